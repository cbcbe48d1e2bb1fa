extension TOMLReader {
    /// `"…"`, from its quotation mark on.
    mutating func basicString() throws(TOMLTrouble) -> String {
        let start = mark()
        index += 1
        var text: [UInt8] = []
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += try escape()
            case _ where Self.isControl(byte): throw trouble("a text in single quotes or \"…\" ends on its line")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw TOMLTrouble(position: start, reason: "the text that begins here does not end")
    }

    /// `'…'`, from its quotation mark on.
    mutating func literalString() throws(TOMLTrouble) -> String {
        let start = mark()
        index += 1
        let first = index
        while let byte {
            if byte == UInt8(ascii: "'") {
                defer { index += 1 }
                return String(decoding: bytes[first..<index], as: UTF8.self)
            }
            guard !Self.isControl(byte) else { throw trouble("a text in single quotes or \"…\" ends on its line") }
            index += 1
        }
        throw TOMLTrouble(position: start, reason: "the text that begins here does not end")
    }

    /// `"""…"""` or `'''…'''`, from the first quotation mark on.
    mutating func longString() throws(TOMLTrouble) -> String {
        let start = mark()
        let quote = bytes[index]
        index += 3
        _ = takeBreak()
        var text: [UInt8] = []
        while let byte {
            if byte == quote {
                let run = bytes[index...].prefix { $0 == quote }.count
                index += min(run, 5)
                if run < 3 {
                    text += Array(repeating: quote, count: run)
                    continue
                }
                // Up to two may stand before the three that end it.
                text += Array(repeating: quote, count: min(run, 5) - 3)
                return String(decoding: text, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
                if !joinsLines() { text += try escape() }
            } else if takeBreak() {
                text.append(0x0A)
            } else {
                guard !Self.isControl(byte) else { throw trouble("a control character cannot stand here") }
                text.append(byte)
                index += 1
            }
        }
        throw TOMLTrouble(position: start, reason: "the text that begins here does not end")
    }

    /// Skips a backslash at a line's end with the blanks and line breaks behind it; false when it is another one.
    private mutating func joinsLines() -> Bool {
        let before = index
        index += 1
        skipBlanks()
        guard takeBreak() else {
            index = before
            return false
        }
        repeat { skipBlanks() } while takeBreak()
        return true
    }

    /// The character that a backslash here and what follows it stand for.
    private mutating func escape() throws(TOMLTrouble) -> [UInt8] {
        let start = mark()
        index += 1
        let letters: [UInt8: UInt8] = [
            UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "f"): 0x0C,
            UInt8(ascii: "r"): 0x0D, UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C,
        ]
        guard let byte else { throw TOMLTrouble(position: start, reason: "no escape begins with this backslash") }
        index += 1
        if let letter = letters[byte] { return [letter] }
        let length = byte == UInt8(ascii: "u") ? 4 : byte == UInt8(ascii: "U") ? 8 : 0
        let digits = bytes[index...].prefix(length)
        guard length > 0, digits.count == length, digits.allSatisfy(Self.isHex),
            let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(number)
        else { throw TOMLTrouble(position: start, reason: "no escape begins with this backslash") }
        index += length
        return Array(String(Character(scalar)).utf8)
    }

    static func isHex(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
