/// Reads a list of blocked domains as its bytes come, in constant memory. How it is written is told by how it begins.
///
///     var reader = BlockListReader()
///     for chunk in chunks { for item in try reader.read(chunk) { … } }
///     for item in try reader.finish() { … }
package struct BlockListReader: Sendable {
    /// Nil until enough was read, and for what this program only reads.
    package private(set) var dialect: BlockListDialect?
    /// The severity of entries that give none.
    package let standard: BlockSeverity

    private var form: Form?
    private var start: [UInt8] = []
    /// Bytes of it that are no beginning of a list: blank lines and comments.
    private var passed = 0
    /// Whether a byte order mark was looked for.
    private var isBegun = false
    private var separated: SeparatedReader
    private var objects: JSONListReader
    private var elixir = ElixirPolicyReader()

    private enum Form {
        case lines, json, elixir
    }

    /// Bytes of comments before the first line that says something.
    private static let longestStart = 1 << 20

    package init(standard: BlockSeverity = .suspend) {
        self.standard = standard
        separated = SeparatedReader(standard: standard)
        objects = JSONListReader(standard: standard)
    }

    /// What is to be said once of what was read so far.
    package var notes: BlockListNotes { separated.notes + objects.notes + elixir.notes }

    /// The items that end in these bytes.
    ///
    /// - Throws: `BlockListUnreadable` when this is no block list.
    package mutating func read(_ bytes: ArraySlice<UInt8>) throws(BlockListUnreadable) -> [BlockListItem] {
        if form != nil { return try take(bytes) }
        start += bytes
        return try begin(isWhole: false)
    }

    /// What the end of the list makes an item.
    ///
    /// - Throws: `BlockListUnreadable` when the list breaks off or was no list.
    package mutating func finish() throws(BlockListUnreadable) -> [BlockListItem] {
        var items: [BlockListItem] = []
        if form == nil { items = try begin(isWhole: true) }
        switch form {
        case nil: throw BlockListUnreadable(line: 1, reason: "the list is empty")
        case .json: return items + (try objects.finish())
        case .elixir: return items + (try elixir.finish())
        case .lines:
            items += try separated.finish()
            dialect = separated.dialect
            return items
        }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) throws(BlockListUnreadable) -> [BlockListItem] {
        switch form {
        case .json: return try objects.read(bytes)
        case .elixir:
            try elixir.read(bytes)
            return []
        case .lines, nil:
            let items = try separated.read(bytes)
            dialect = separated.dialect ?? .plain
            return items
        }
    }

    // MARK: - the beginning

    /// Decides how the list is written once its first line that says something is there.
    private mutating func begin(isWhole: Bool) throws(BlockListUnreadable) -> [BlockListItem] {
        if !isBegun {
            if start.count < 4, !isWhole { return [] }
            isBegun = true
            if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
            if TextEncoding.isUTF16(start) {
                throw BlockListUnreadable(line: 1, reason: "the list is written in UTF-16; save it as UTF-8")
            }
        }
        guard let form = decide(isWhole) else {
            // Nothing but comments: whatever comes now is a line.
            guard start.count > Self.longestStart || (isWhole && start.contains { !PlainList.isBlank($0) }) else {
                return []
            }
            return try begin(.lines)
        }
        return try begin(form)
    }

    private mutating func begin(_ form: Form) throws(BlockListUnreadable) -> [BlockListItem] {
        self.form = form
        dialect = form == .json ? .json : nil
        defer { start = [] }
        return try take(start[...])
    }

    /// Nil when what is there does not tell.
    private mutating func decide(_ isWhole: Bool) -> Form? {
        while passed < start.count {
            guard let first = start[passed...].firstIndex(where: { !PlainList.isBlank($0) }) else {
                passed = start.count
                return nil
            }
            let end = start[first...].firstIndex { $0 == 10 || $0 == 13 }
            switch start[first] {
            case UInt8(ascii: "{"): return .json
            case UInt8(ascii: "["):
                guard let second = start[(first + 1)...].first(where: { !PlainList.isBlank($0) }) else {
                    return isWhole ? .json : nil
                }
                return second == UInt8(ascii: "{") || !isLetter(second) ? .json : .elixir
            default: break
            }
            if end == nil, !isWhole { return start.count - first > SeparatedReader.longest ? .lines : nil }
            let line = start[first..<(end ?? start.count)]
            if line.first == UInt8(ascii: "#") {
                var header = BlockListHeader()
                if case .columns? = try? header.read(Array(line), line: 1) { return .lines }
                passed = end.map { $0 + 1 } ?? start.count
                continue
            }
            return ElixirPolicyReader.begins(String(decoding: line, as: UTF8.self)) ? .elixir : .lines
        }
        return nil
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte == UInt8(ascii: ":") }
}
