/// A list of blocks in JSON: an array, element by element; objects one behind the other, as JSON lines have them; or one
/// object that holds the list, which is read as a whole.
///
/// Elements are domains, or objects as the server's API gives them, or the changes of a FIRES collection. An object may
/// also be RapidBlock's list, or what Pleroma and Akkoma tell of their simple policy.
struct JSONListReader: Sendable {
    private let standard: BlockSeverity
    private var pieces = JSONPieces()
    private var policy = SimplePolicy()
    private var ownNotes = BlockListNotes()
    /// Of the element read last, from 1.
    private var number = 0

    init(standard: BlockSeverity) {
        self.standard = standard
    }

    var notes: BlockListNotes { ownNotes + policy.notes }

    mutating func read(_ bytes: ArraySlice<UInt8>) throws(BlockListUnreadable) -> [BlockListItem] {
        var items: [BlockListItem] = []
        for byte in bytes {
            let piece: JSONPieces.Piece?
            do throws(JSONPieces.Break) {
                piece = try pieces.take(byte)
            } catch {
                throw unreadable(error)
            }
            if let piece { items += try self.items(of: piece) }
        }
        return items
    }

    mutating func finish() throws(BlockListUnreadable) -> [BlockListItem] {
        do throws(JSONPieces.Break) {
            try pieces.finish()
        } catch {
            throw unreadable(error)
        }
        return policy.items()
    }

    private func unreadable(_ error: JSONPieces.Break) -> BlockListUnreadable {
        let reason =
            switch error.reason {
            case .breaksOff: "the JSON breaks off"
            case .noJSON: "entry \(error.number) is no JSON"
            case .tooLarge: "entry \(error.number) is too large for a block"
            case .moreBehind: "there is more behind the JSON"
            }
        return BlockListUnreadable(line: error.number, reason: reason)
    }

    private mutating func items(of piece: JSONPieces.Piece) throws(BlockListUnreadable) -> [BlockListItem] {
        guard let value = piece.value else {
            throw BlockListUnreadable(line: piece.number, reason: "entry \(piece.number) is no JSON")
        }
        guard piece.isElement || isEntry(value) else { return try items(inside: value) }
        number += 1
        return try item(value).map { [$0] } ?? []
    }

    /// Whether an object by itself is one of JSON lines. What a server tells of itself names a domain too.
    private func isEntry(_ value: JSONValue) -> Bool {
        FIRES.entityKey(value) != nil || (value["domain"]?.string != nil && value["version"] == nil)
    }

    // MARK: - an object that holds the list

    private static let lists = ["domain_blocks", "blocks", "domains", "entries", "orderedItems", "items", "data"]

    private mutating func items(inside value: JSONValue) throws(BlockListUnreadable) -> [BlockListItem] {
        if let list = Self.lists.lazy.compactMap({ value[$0]?.array }).first {
            var items: [BlockListItem] = []
            for element in list {
                number += 1
                if let item = try item(element) { items.append(item) }
            }
            return items
        }
        if case .object(let blocks)? = value["blocks"] { return rapid(blocks) }
        if policy.read(value) { return [] }
        let reason = value["error"]?.string.map { "the server says: \(BlockListTrouble.short($0))" }
        throw BlockListUnreadable(line: max(number, 1), reason: reason ?? "the JSON object holds no list of blocks")
    }

    /// RapidBlock's: domains and what was decided about each. Source: its `blockfile/blockfile.go`
    /// (<https://rapidblock.org/spec/v1/>).
    private mutating func rapid(_ blocks: [JSONValue.Member]) -> [BlockListItem] {
        blocks.map { block in
            number += 1
            let cells = BlockListCells(domain: block.name, publicComment: block.value["reason"]?.string)
            let item = cells.item(line: number, standard: standard, &ownNotes)
            guard block.value["isBlocked"] == .boolean(false), case .entry(let entry, let line) = item else {
                return item
            }
            return .retraction(entry.domain, line: line)
        }
    }

    // MARK: - one entry

    private mutating func item(_ value: JSONValue) throws(BlockListUnreadable) -> BlockListItem? {
        if let domain = value.string {
            return BlockListCells(domain: domain).item(line: number, standard: standard, &ownNotes)
        }
        if FIRES.entityKey(value) != nil {
            return FIRES.item(value, line: number, standard: standard, &ownNotes)
        }
        if policy.read(setting: value) { return nil }
        guard let domain = value["domain"]?.string else {
            guard number == 1 else { return .trouble(BlockListTrouble(line: number, .noDomain)) }
            throw BlockListUnreadable(line: 1, reason: "the JSON lists something else than domains")
        }
        return BlockListCells(
            domain: domain, severity: Self.word(value["severity"]), rejectMedia: Self.word(value["reject_media"]),
            rejectReports: Self.word(value["reject_reports"]), obfuscate: Self.word(value["obfuscate"]),
            publicComment: value["public_comment"]?.string ?? value["comment"]?.string,
            privateComment: value["private_comment"]?.string
        ).item(line: number, standard: standard, &ownNotes)
    }

    /// As a cell would have it; what no cell can hold as it is written.
    private static func word(_ value: JSONValue?) -> String? {
        switch value {
        case nil, .null: nil
        case .string(let text): text
        case let value?: value.text
        }
    }
}
