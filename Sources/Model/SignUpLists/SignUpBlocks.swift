/// Rows of one of the server's lists.
package struct SignUpBlocks<Block: Encodable & Sendable>: Encodable, Sendable {
    package var schema: String
    package var blocks: [Block]

    /// - Parameter command: the words that list them: `ip-blocks list`.
    package init(_ blocks: [Block], by command: String) {
        schema = command.replacing(" ", with: ".") + "/1"
        self.blocks = blocks
    }
}
