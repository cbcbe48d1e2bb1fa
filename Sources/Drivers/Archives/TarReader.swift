/// Reads a tar archive, compressed with gzip, zstd or not, from the front to the back and never into the file system: names,
/// links and modes in it are only words.
///
/// The forms of POSIX (ustar, pax) and of GNU are read. Whatever an archive says of itself is bounded: how much is
/// unpacked in all, how many entries there are, how much of one is kept.
package final class TarReader {
    /// What is read at most.
    package struct Bounds: Sendable {
        /// Bytes of the unpacked archive.
        package var bytes: Int64 = 4 << 30
        package var entries = 200_000

        package init() {}
    }

    package struct Entry: Sendable {
        /// With its folders, as it stands in the archive.
        package var name: String
        package var isFile: Bool
        package var size: Int64
        /// Nil where it was not wanted.
        package var content: [UInt8]?
    }

    private static let block = 512
    /// Bytes of a name that comes in an entry of its own.
    private static let longestName: Int64 = 1 << 16

    private let file: any PieceSource
    private let bounds: Bounds
    private var bytes: Int64 = 0
    private var entries = 0

    /// - Throws: `ArchiveError`.
    package init(path: String, bounds: Bounds = Bounds()) throws {
        file = try ZstdFile(path) ?? GzipFile(path, mode: "rb")
        self.bounds = bounds
    }

    /// The next entry; nil at the end.
    ///
    /// - Parameter wants: whether an entry's content is to be kept in memory.
    /// - Throws: `ArchiveError`.
    package func next(_ wants: (Entry) -> Bool) throws -> Entry? {
        var longName: String?
        var longSize: Int64?
        while true {
            let header = try take(Self.block)
            if header.isEmpty { return nil }
            guard header.count == Self.block else { throw cut("a header") }
            if header.allSatisfy({ $0 == 0 }) { return nil }
            guard Self.sum(header) == Self.number(header[148..<156]) else {
                throw ArchiveError(kind: .damaged, reason: "it is no tar archive, or a damaged one")
            }
            guard let size = longSize ?? Self.number(header[124..<136]), size >= 0 else {
                throw ArchiveError(kind: .damaged, reason: "an entry without a size")
            }
            entries += 1
            guard entries <= bounds.entries else {
                throw ArchiveError(kind: .tooLarge, reason: "it holds more than \(bounds.entries) entries")
            }
            switch header[156] {
            case UInt8(ascii: "L"):
                longName = Self.text(try content(of: size, atMost: Self.longestName)[...])
            case UInt8(ascii: "x"):
                let told = Self.records(try content(of: size, atMost: Self.longestName))
                longName = told["path"] ?? longName
                longSize = told["size"].flatMap { Int64($0) } ?? longSize
            case UInt8(ascii: "g"), UInt8(ascii: "K"):
                try skip(size)
            case let type:
                var entry = Entry(
                    name: longName ?? Self.name(header), isFile: type == UInt8(ascii: "0") || type == 0, size: size)
                if wants(entry) { entry.content = try content(of: size, atMost: .max) } else { try skip(size) }
                return entry
            }
        }
    }

    // MARK: - pieces

    private func take(_ count: Int) throws -> [UInt8] {
        let piece = try file.read(count)
        bytes += Int64(piece.count)
        guard bytes <= bounds.bytes else {
            throw ArchiveError(kind: .tooLarge, reason: "it unpacks to more than \(bounds.bytes >> 20) MiB")
        }
        return piece
    }

    private func content(of size: Int64, atMost bound: Int64) throws -> [UInt8] {
        guard size <= bound, size <= bounds.bytes else {
            throw ArchiveError(kind: .tooLarge, reason: "an entry of \(size) bytes")
        }
        var all: [UInt8] = []
        while Int64(all.count) < size {
            let piece = try take(min(1 << 16, Int(size) - all.count))
            if piece.isEmpty { throw cut("an entry") }
            all += piece
        }
        try pad(size)
        return all
    }

    private func skip(_ size: Int64) throws {
        var left = size
        while left > 0 {
            let piece = try take(Int(min(1 << 16, left)))
            if piece.isEmpty { throw cut("an entry") }
            left -= Int64(piece.count)
        }
        try pad(size)
    }

    private func pad(_ size: Int64) throws {
        let rest = Int(size % Int64(Self.block))
        if rest > 0 { _ = try take(Self.block - rest) }
    }

    private func cut(_ what: String) -> ArchiveError {
        ArchiveError(kind: .damaged, reason: "it ends in the middle of \(what)")
    }

    // MARK: - headers

    private static func sum(_ header: [UInt8]) -> Int64 {
        header.enumerated().reduce(0) { $0 + Int64((148..<156).contains($1.offset) ? 32 : $1.element) }
    }

    private static func name(_ header: [UInt8]) -> String {
        let name = text(header[0..<100])
        let isPOSIX = header[257..<263].elementsEqual("ustar\0".utf8)
        let folder = isPOSIX ? text(header[345..<500]) : ""
        return folder.isEmpty ? name : "\(folder)/\(name)"
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// In octal digits, or as a number of eight bytes behind a mark, as GNU writes large ones.
    private static func number(_ field: ArraySlice<UInt8>) -> Int64? {
        if let first = field.first, first & 0x80 != 0 {
            guard first == 0x80 else { return nil }
            return field.dropFirst().reduce(Int64?.some(0)) { sum, byte in
                guard let sum, sum < 1 << 54 else { return nil }
                return sum << 8 | Int64(byte)
            }
        }
        let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
        return digits.isEmpty ? nil : Int64(String(decoding: digits, as: UTF8.self), radix: 8)
    }

    /// `length key=value` and a line's end, one after the other.
    private static func records(_ bytes: [UInt8]) -> [String: String] {
        var all: [String: String] = [:]
        var rest = bytes[...]
        while let blank = rest.firstIndex(of: UInt8(ascii: " ")),
            let length = Int(String(decoding: rest[..<blank], as: UTF8.self)), length > blank - rest.startIndex + 1,
            length <= rest.count
        {
            let record = rest[(blank + 1)..<(rest.startIndex + length - 1)]
            if let equals = record.firstIndex(of: UInt8(ascii: "=")) {
                all[String(decoding: record[..<equals], as: UTF8.self)] =
                    String(decoding: record[(equals + 1)...], as: UTF8.self)
            }
            rest = rest.dropFirst(length)
        }
        return all
    }
}
