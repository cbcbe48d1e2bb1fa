/// Takes JSON apart as its bytes come, in bounded memory: the elements of an array at the top one by one, or objects one
/// behind the other, as JSON lines have them.
struct JSONPieces: Sendable {
    struct Piece {
        /// Nil when it is no JSON, or no UTF-8.
        var value: JSONValue?
        /// Where it begins, from 1.
        var line: Int
        /// Which of them it is, from 1.
        var number: Int
        /// Whether it stands in an array, or by itself.
        var isElement: Bool
    }

    /// Why nothing behind this place can be told apart.
    struct Break: Error {
        var line: Int
        var number: Int
        var reason: Reason

        enum Reason {
            case breaksOff, noJSON, tooLarge, moreBehind
        }
    }

    /// Bytes of one element.
    private static let longestElement = 1 << 20
    /// Bytes of an object at the top.
    private static let longestObject = 16 << 20

    private enum Stage {
        /// Before the first sign, or between objects at the top.
        case before
        case object
        /// Between elements of the array.
        case between
        case element
        /// Behind the array.
        case after
    }

    private var stage = Stage.before
    private var buffer: [UInt8] = []
    private var depth = 0
    private var isString = false
    private var isEscaped = false
    private var number = 0
    private var line = 1
    private var firstLine = 1

    /// - Throws: `Break`.
    mutating func take(_ byte: UInt8) throws(Break) -> Piece? {
        defer { if byte == 10 { line += 1 } }
        let isBlank = byte == 32 || (9...13).contains(byte)
        switch stage {
        case .before:
            if isBlank { return nil }
            if byte == UInt8(ascii: "["), number == 0 {
                stage = .between
                return nil
            }
            guard byte == UInt8(ascii: "{") else { throw broken(number == 0 ? .noJSON : .moreBehind) }
            stage = .object
            begin()
            return try takeInside(byte)
        case .between:
            if isBlank || byte == UInt8(ascii: ",") { return nil }
            if byte == UInt8(ascii: "]") {
                stage = .after
                return nil
            }
            stage = .element
            begin()
            return try takeInside(byte)
        case .object, .element: return try takeInside(byte)
        case .after:
            guard isBlank else { throw broken(.moreBehind) }
            return nil
        }
    }

    /// - Throws: `Break` when the text ends in the middle, or there was none.
    mutating func finish() throws(Break) {
        switch stage {
        case .after: return
        case .before where number > 0: return
        case .before, .object, .element, .between: throw broken(.breaksOff)
        }
    }

    private mutating func begin() {
        number += 1
        firstLine = line
        depth = 0
    }

    private mutating func takeInside(_ byte: UInt8) throws(Break) -> Piece? {
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
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0, byte == UInt8(ascii: "]"), stage == .element {
                    stage = .after
                    return end(isElement: true)
                }
                depth -= 1
                if depth == 0, stage == .object {
                    buffer.append(byte)
                    stage = .before
                    return end(isElement: false)
                }
            case UInt8(ascii: ",") where depth == 0:
                stage = .between
                return end(isElement: true)
            default: break
            }
            buffer.append(byte)
        }
        guard depth >= 0 else { throw broken(.noJSON) }
        guard buffer.count <= (stage == .object ? Self.longestObject : Self.longestElement) else {
            throw broken(.tooLarge)
        }
        return nil
    }

    private mutating func end(isElement: Bool) -> Piece {
        defer { buffer.removeAll(keepingCapacity: true) }
        let value = String(validating: buffer, as: UTF8.self).flatMap { JSONValue(parsing: $0) }
        return Piece(value: value, line: firstLine, number: number, isElement: isElement)
    }

    private func broken(_ reason: Break.Reason) -> Break {
        Break(line: stage == .element || stage == .object ? firstLine : line, number: max(number, 1), reason: reason)
    }
}
