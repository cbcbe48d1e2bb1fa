/// Writes the JSON of documents, many into one buffer.
package struct DocumentWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// - Parameter capacity: bytes it will hold, as far as known.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Takes what was written, and begins anew with the same room.
    package mutating func take() -> [UInt8] {
        let taken = bytes
        bytes = []
        bytes.reserveCapacity(taken.count + taken.count / 8)
        return taken
    }

    package mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

    mutating func object(_ body: (inout DocumentWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func field(_ name: StaticString) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes.append(UInt8(ascii: "\""))
        raw(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func field(_ name: StaticString, _ value: Int64) {
        field(name)
        number(value)
    }

    mutating func field(_ name: StaticString, _ value: Bool) {
        field(name)
        raw(value ? "true" : "false")
    }

    mutating func field(_ name: StaticString, _ value: String?) {
        field(name)
        if let value { string(value) } else { raw("null") }
    }

    mutating func field(_ name: StaticString, _ values: [String]) {
        field(name)
        list(values) { $0.string($1) }
    }

    mutating func field(_ name: StaticString, _ values: [Int64]) {
        field(name)
        list(values) { $0.number($1) }
    }

    mutating func field(_ name: StaticString, _ date: DocumentDate) {
        field(name)
        bytes.append(UInt8(ascii: "\""))
        date.write(into: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func list<Value>(_ values: [Value], _ add: (inout DocumentWriter, Value) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            add(&self, value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    package mutating func number(_ value: Int64) {
        var text = value.magnitude
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(text % 10))
            text /= 10
        } while text > 0
        bytes[start...].reverse()
    }

    package mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        escaped(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A string of several pieces with a blank line between.
    mutating func field(_ name: StaticString, joining pieces: ((String) -> Void) -> Void) {
        field(name)
        bytes.append(UInt8(ascii: "\""))
        var isFirst = true
        pieces { piece in
            if !isFirst { raw(#"\n\n"#) }
            isFirst = false
            escaped(piece)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A list of words in which there is nothing to escape.
    mutating func field(_ name: StaticString, words: ((StaticString) -> Void) -> Void) {
        field(name)
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        words { word in
            raw(isFirst ? "\"" : ",\"")
            isFirst = false
            raw(word)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Bytes that are JSON already.
    package mutating func raw(_ json: [UInt8]) { bytes.append(contentsOf: json) }

    private mutating func escaped(_ value: String) {
        var value = value
        value.withUTF8 { text in
            var clean = 0
            while let special = Self.special(in: text, from: clean) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<special]))
                escape(text[special])
                clean = special + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean...]))
        }
    }

    /// Where the next byte is that a JSON string cannot hold as it is. Eight are looked at together, in one number:
    /// Swift's own vectors cost sixty times as much where the processor is not known.
    private static func special(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        let bytes = UnsafeRawBufferPointer(text)
        while index + 8 <= bytes.count {
            let next = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let odd = (next &- ones &* 0x20) & ~next | holding(UInt8(ascii: "\""), next) | holding(0x5c, next)
            if odd & ones << 7 != 0 { break }
            index += 8
        }
        while index < text.count {
            if needsEscape(text[index]) { return index }
            index += 1
        }
        return nil
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// With the top bit of a byte set where that byte is the wanted one; above such a byte it may be set in vain.
    private static func holding(_ byte: UInt8, _ word: UInt64) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0a: bytes.append(UInt8(ascii: "n"))
        case 0x0d: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            raw("u00")
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}
