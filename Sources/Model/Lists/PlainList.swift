/// A list with one item a line, as people keep it: blank lines and what follows a `#` do not count.
package enum PlainList {
    /// The item of a line and the words behind the `#`; nil for a line without an item.
    ///
    /// - Parameter line: the bytes without the line's end; a byte that is no UTF-8 comes out as U+FFFD.
    package static func item(_ line: [UInt8]) -> (item: String, comment: String?)? {
        let parts = line.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
        let item = trimmed(parts[0])
        guard !item.isEmpty else { return nil }
        let comment = parts.count == 2 ? trimmed(parts[1]) : ""
        return (item, comment.isEmpty ? nil : comment)
    }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var rest = bytes
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self)
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
