/// JSON objects written straight into bytes, for lists of millions: nothing is boxed on the way.
///
/// Says what `JSONText.line` says of a structure with the same names and values.
package struct JSONObjects: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var isFirst = true

    package init() {}

    package mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    package mutating func open() {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
    }

    package mutating func close() { bytes.append(UInt8(ascii: "}")) }

    /// Text between objects.
    package mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    // MARK: - members

    package mutating func put(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { quote(value) } else { raw("null") }
    }

    package mutating func put(_ name: StaticString, _ value: Int64?) {
        key(name)
        if let value { bytes.append(contentsOf: String(value).utf8) } else { raw("null") }
    }

    /// A number that JSON has a word for.
    package mutating func put(_ name: StaticString, number value: Double) {
        key(name)
        bytes.append(contentsOf: "\(value.isFinite ? value : 0)".utf8)
    }

    package mutating func put(_ name: StaticString, _ value: Bool) {
        key(name)
        if value { raw("true") } else { raw("false") }
    }

    package mutating func put(_ name: StaticString, _ values: [String]) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            quote(value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A text that needs no escapes, which the closure appends.
    package mutating func put(_ name: StaticString, plain write: (inout [UInt8]) -> Void) {
        key(name)
        bytes.append(UInt8(ascii: "\""))
        write(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func key(_ name: StaticString) {
        if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        raw(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func quote(_ text: String) {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
        guard isPlain else {
            var quoted = ""
            JSONText.quote(text, to: &quoted)
            bytes.append(contentsOf: quoted.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\""))
    }
}
