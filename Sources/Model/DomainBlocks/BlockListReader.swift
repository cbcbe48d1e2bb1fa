/// Reads a list of blocked domains as its bytes come, in constant memory. The dialect is told by how the list begins.
///
///     var reader = BlockListReader()
///     for chunk in chunks { for item in try reader.read(chunk) { … } }
///     for item in try reader.finish() { … }
package struct BlockListReader: Sendable {
    /// Nil until enough was read.
    package private(set) var dialect: BlockListDialect?
    /// The severity of entries that give none.
    package let standard: BlockSeverity

    private var start: [UInt8] = []
    /// Whether a byte order mark was looked for.
    private var isBegun = false
    private var separated: SeparatedReader
    private var objects: JSONListReader

    package init(standard: BlockSeverity = .suspend) {
        self.standard = standard
        separated = SeparatedReader(standard: standard)
        objects = JSONListReader(standard: standard)
    }

    /// The items that end in these bytes.
    ///
    /// - Throws: `BlockListUnreadable` when this is no block list.
    package mutating func read(_ bytes: ArraySlice<UInt8>) throws(BlockListUnreadable) -> [BlockListItem] {
        if dialect == .json { return try objects.read(bytes) }
        if dialect != nil { return try readLines(bytes) }
        start += bytes
        return try begin(isWhole: false)
    }

    /// What the end of the list makes an item.
    ///
    /// - Throws: `BlockListUnreadable` when the list breaks off or was no list.
    package mutating func finish() throws(BlockListUnreadable) -> [BlockListItem] {
        var items: [BlockListItem] = []
        if dialect == nil { items = try begin(isWhole: true) }
        guard let dialect else { throw BlockListUnreadable(line: 1, reason: "the list is empty") }
        if dialect == .json { return items + (try objects.finish()) }
        items += try separated.finish()
        self.dialect = separated.dialect ?? dialect
        return items
    }

    /// Decides between JSON and lines once the first character is there.
    private mutating func begin(isWhole: Bool) throws(BlockListUnreadable) -> [BlockListItem] {
        if !isBegun {
            if start.count < 3, !isWhole { return [] }
            isBegun = true
            if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
            if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
                throw BlockListUnreadable(line: 1, reason: "the list is written in UTF-16; save it as UTF-8")
            }
        }
        let bytes = start.drop { [9, 10, 13, 32].contains($0) }
        // Blank lines count, so that later numbers are right.
        _ = try separated.read(start[..<bytes.startIndex])
        start = []
        guard let first = bytes.first else { return [] }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            dialect = .json
            return try objects.read(bytes)
        }
        dialect = .plain
        return try readLines(bytes)
    }

    private mutating func readLines(_ bytes: ArraySlice<UInt8>) throws(BlockListUnreadable) -> [BlockListItem] {
        let items = try separated.read(bytes)
        dialect = separated.dialect ?? .plain
        return items
    }
}
