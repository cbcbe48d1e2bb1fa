/// A JSON array of blocks, element by element; or an object that holds one, which is read as a whole.
///
/// Elements are domains, or objects as the server's API gives them, or the changes of a FIRES collection.
struct JSONListReader: Sendable {
    /// Bytes of one element.
    private static let longestElement = 1 << 20
    /// Bytes of a list that is an object.
    private static let longestObject = 16 << 20

    private let standard: BlockSeverity
    private var stage = Stage.before
    private var buffer: [UInt8] = []
    private var depth = 0
    private var isString = false
    private var isEscaped = false
    /// Of the element given last, from 1.
    private var number = 0

    private enum Stage {
        case before, object, between, element, after
    }

    init(standard: BlockSeverity) {
        self.standard = standard
    }

    mutating func read(_ bytes: ArraySlice<UInt8>) throws(BlockListUnreadable) -> [BlockListItem] {
        var items: [BlockListItem] = []
        for byte in bytes { items += try take(byte) }
        return items
    }

    mutating func finish() throws(BlockListUnreadable) -> [BlockListItem] {
        switch stage {
        case .after: return []
        case .object: return try wholeObject()
        default: throw BlockListUnreadable(line: number + 1, reason: "the JSON breaks off")
        }
    }

    private mutating func take(_ byte: UInt8) throws(BlockListUnreadable) -> [BlockListItem] {
        let isBlank = byte == 32 || (9...13).contains(byte)
        switch stage {
        case .before:
            if isBlank { return [] }
            stage = byte == UInt8(ascii: "{") ? .object : .between
            if stage == .object { buffer.append(byte) }
        case .object:
            buffer.append(byte)
            guard buffer.count <= Self.longestObject else {
                throw BlockListUnreadable(line: 1, reason: "a JSON object of this size is no block list")
            }
        case .between:
            if isBlank || byte == UInt8(ascii: ",") { return [] }
            if byte == UInt8(ascii: "]") {
                stage = .after
                return []
            }
            stage = .element
            number += 1
            return try takeElement(byte)
        case .element: return try takeElement(byte)
        case .after:
            guard isBlank else { throw BlockListUnreadable(line: number, reason: "there is more behind the JSON") }
        }
        return []
    }

    private mutating func takeElement(_ byte: UInt8) throws(BlockListUnreadable) -> [BlockListItem] {
        if isString {
            buffer.append(byte)
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isString = false
            }
        } else {
            switch byte {
            case UInt8(ascii: "\""): isString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "]") where depth > 0: depth -= 1
            case UInt8(ascii: "]"):
                stage = .after
                return try endElement()
            case UInt8(ascii: ",") where depth == 0:
                stage = .between
                return try endElement()
            default: break
            }
            buffer.append(byte)
        }
        guard buffer.count <= Self.longestElement, depth >= 0 else {
            throw BlockListUnreadable(line: number, reason: "entry \(number) is no JSON")
        }
        return []
    }

    private mutating func endElement() throws(BlockListUnreadable) -> [BlockListItem] {
        let text = String(decoding: buffer, as: UTF8.self)
        buffer.removeAll(keepingCapacity: true)
        guard let value = JSONValue(parsing: text) else {
            throw BlockListUnreadable(line: number, reason: "entry \(number) is no JSON")
        }
        return try item(value).map { [$0] } ?? []
    }

    private mutating func wholeObject() throws(BlockListUnreadable) -> [BlockListItem] {
        guard let value = JSONValue(parsing: String(decoding: buffer, as: UTF8.self)) else {
            throw BlockListUnreadable(line: 1, reason: "this is no JSON")
        }
        buffer = []
        let names = ["domain_blocks", "blocks", "domains", "entries", "orderedItems", "items", "data"]
        guard let list = names.lazy.compactMap({ value[$0]?.array }).first else {
            let reason = value["error"]?.string.map { "the server says: \(BlockListCells.short($0))" }
            throw BlockListUnreadable(line: 1, reason: reason ?? "the JSON object holds no list of blocks")
        }
        var items: [BlockListItem] = []
        for element in list {
            number += 1
            if let item = try item(element) { items.append(item) }
        }
        return items
    }

    private func item(_ value: JSONValue) throws(BlockListUnreadable) -> BlockListItem? {
        if let domain = value.string { return BlockListCells(domain: domain).item(line: number, standard: standard) }
        if FIRES.entityKey(value) != nil { return FIRES.item(value, line: number, standard: standard) }
        guard let domain = value["domain"]?.string else {
            guard number == 1 else {
                return .trouble(BlockListTrouble(line: number, kind: .badDomain, reason: "an entry without a domain"))
            }
            throw BlockListUnreadable(line: 1, reason: "the JSON lists something else than domains")
        }
        return BlockListCells(
            domain: domain, severity: value["severity"]?.string, rejectMedia: Self.word(value["reject_media"]),
            rejectReports: Self.word(value["reject_reports"]), obfuscate: Self.word(value["obfuscate"]),
            publicComment: value["public_comment"]?.string ?? value["comment"]?.string,
            privateComment: value["private_comment"]?.string
        ).item(line: number, standard: standard)
    }

    private static func word(_ value: JSONValue?) -> String? {
        switch value {
        case .boolean(let flag): "\(flag)"
        case .string(let text): text
        case .integer(let number): "\(number)"
        default: nil
        }
    }
}
