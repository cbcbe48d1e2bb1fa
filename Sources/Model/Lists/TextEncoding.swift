/// What text of another encoding looks like, so that it can be told instead of being misread.
package enum TextEncoding {
    /// Whether a text begins as UTF-16 does: with its byte order mark, or with every other byte zero.
    package static func isUTF16(_ start: some Collection<UInt8>) -> Bool {
        let bytes = Array(start.prefix(4))
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        guard bytes.count >= 2 else { return false }
        return (bytes[0] == 0) != (bytes[1] == 0) && (bytes.count < 4 || (bytes[2] == 0) != (bytes[3] == 0))
    }
}
