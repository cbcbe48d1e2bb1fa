/// The members of one JSON object whose values are strings, numbers or literals; deeper values are passed over.
struct FlatJSON {
    enum Value: Equatable {
        case string(String)
        /// A number, `true`, `false` or `null`, as it is written.
        case literal(String)
        /// An array or an object.
        case nested

        var text: String {
            switch self {
            case .string(let text), .literal(let text): text
            case .nested: ""
            }
        }
    }

    /// The members by their names in lower case; nil when the text is not one JSON object.
    static func members(_ text: ArraySlice<UInt8>) -> [String: Value]? {
        var reader = FlatJSON(rest: text)
        guard let members = reader.object(depth: 0) else { return nil }
        reader.skipBlanks()
        return reader.rest.isEmpty ? members : nil
    }

    private var rest: ArraySlice<UInt8>

    /// How deep values may be nested.
    private static let deepest = 16

    private mutating func skipBlanks() {
        while let byte = rest.first, byte == 32 || byte == 9 || byte == 10 || byte == 13 { rest.removeFirst() }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func object(depth: Int) -> [String: Value]? {
        guard depth < Self.deepest, take("{") else { return nil }
        var members: [String: Value] = [:]
        if take("}") { return members }
        repeat {
            skipBlanks()
            guard let name = string(), take(":"), let value = value(depth: depth) else { return nil }
            members[name.lowercased()] = value
        } while take(",")
        return take("}") ? members : nil
    }

    private mutating func value(depth: Int) -> Value? {
        skipBlanks()
        switch rest.first {
        case UInt8(ascii: "\""): return string().map(Value.string)
        case UInt8(ascii: "{"): return object(depth: depth + 1) == nil ? nil : .nested
        case UInt8(ascii: "["): return array(depth: depth + 1) ? .nested : nil
        default:
            let word = rest.prefix { byte in
                (48...57).contains(byte) || (97...122).contains(byte) || byte == 69 || byte == 43 || byte == 45
                    || byte == 46
            }
            rest.removeFirst(word.count)
            let text = String(decoding: word, as: UTF8.self)
            return ["true", "false", "null"].contains(text) || Double(text) != nil ? .literal(text) : nil
        }
    }

    private mutating func array(depth: Int) -> Bool {
        guard depth < Self.deepest, take("[") else { return false }
        if take("]") { return true }
        repeat {
            if value(depth: depth) == nil { return false }
        } while take(",")
        return take("]")
    }

    private mutating func string() -> String? {
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        rest.removeFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escape() else { return nil }
                bytes += escaped
            case 0..<32: return nil
            default: bytes.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> [UInt8]? {
        switch rest.popFirst() {
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "u"): return unicode()
        case let byte? where byte == 34 || byte == 92 || byte == 47: return [byte]
        default: return nil
        }
    }

    private mutating func unicode() -> [UInt8]? {
        guard let first = unit() else { return nil }
        var number = first
        if (0xD800..<0xDC00).contains(first) {
            guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u"), let second = unit(),
                (0xDC00..<0xE000).contains(second)
            else { return nil }
            number = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        }
        return Unicode.Scalar(number).map { Array(String($0).utf8) }
    }

    private mutating func unit() -> UInt32? {
        guard rest.count >= 4 else { return nil }
        let digits = String(decoding: rest.prefix(4), as: UTF8.self)
        rest.removeFirst(4)
        return digits.utf8.allSatisfy { $0 != 43 && $0 != 45 } ? UInt32(digits, radix: 16) : nil
    }
}
