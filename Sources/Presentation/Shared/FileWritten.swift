import Console

/// The answer of a command that wrote one file.
package struct FileWritten: Presentable {
    package var schema: String
    package var path: String

    /// - Parameter command: the words that wrote it: `config init`.
    package init(_ path: String, by command: String) {
        schema = command.replacing(" ", with: ".") + "/1"
        self.path = path
    }

    package var table: Table {
        var table = Table([.init("path")])
        table.add([path])
        return table
    }

    package func text(for terminal: Terminal) -> String { "wrote \(Sanitized.text(path))\n" }

    package var ids: [String] { [path] }
    package var isOnlySuccess: Bool { true }
}
