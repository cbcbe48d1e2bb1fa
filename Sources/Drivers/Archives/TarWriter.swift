/// Writes a tar archive of plain files (ustar), compressed with gzip or zstd.
package final class TarWriter {
    /// The fastest level: pictures are compressed already.
    private static let mode = "wb1"

    private let file: any PieceSink

    /// - Throws: `ArchiveError`.
    package init(path: String) throws {
        file = try GzipFile(path, mode: Self.mode)
    }

    package init(into pieces: ZstdPieces) {
        file = pieces
    }

    /// Adds a file that its owner may write and everybody read, of no time.
    ///
    /// - Parameter name: at most 100 bytes; a longer one gets a record before it.
    /// - Throws: `ArchiveError`.
    package func add(_ name: String, _ content: [UInt8], modified: Int64 = 0) throws {
        if name.utf8.count > 100 {
            let record = Self.record("path", name)
            try file.write(Self.header("./pax", type: "x", size: record.count, modified: modified))
            try file.write(Self.padded(record))
        }
        try file.write(Self.header(name, type: "0", size: content.count, modified: modified))
        try file.write(Self.padded(content))
    }

    /// Ends the archive.
    package func close() throws {
        try file.write([UInt8](repeating: 0, count: 1_024))
        try file.close()
    }

    private static func padded(_ content: [UInt8]) -> [UInt8] {
        content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    private static func record(_ key: String, _ value: String) -> [UInt8] {
        let body = " \(key)=\(value)\n"
        var length = body.utf8.count
        // The length counts its own digits.
        while "\(length)".utf8.count + body.utf8.count != length { length = "\(length)".utf8.count + body.utf8.count }
        return Array("\(length)\(body)".utf8)
    }

    private static func header(_ name: String, type: Character, size: Int, modified: Int64) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.prefix(place == 0 ? 100 : 12).enumerated() { header[place + offset] = byte }
        }
        func octal(_ number: Int64, _ digits: Int) -> String {
            let text = String(number, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        put(name, at: 0)
        put(octal(0o644, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(octal(Int64(size), 11), at: 124)
        put(octal(modified, 11), at: 136)
        put("        ", at: 148)
        put(String(type), at: 156)
        put("ustar\u{0}00", at: 257)
        let sum = header.reduce(0) { $0 + Int64($1) }
        put(octal(sum, 6) + "\u{0} ", at: 148)
        return header
    }
}
