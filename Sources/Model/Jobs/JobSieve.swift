/// What the text of a job must hold for a query to mean it: bytes to look for before the text is read, which costs thirty
/// times as much. It lets through too much rather than too little.
package struct JobSieve: Sendable, Equatable {
    /// Of each list one must be there, in either case.
    private let needles: [[Needle]]

    package init(_ query: JobQuery) {
        needles = query.terms.compactMap { $0.isNegated ? nil : $0.condition.needles }
    }

    /// Whether the text may be that of a job that is meant.
    package func lets(_ text: [UInt8]) -> Bool {
        needles.isEmpty
            || text.withUnsafeBufferPointer { text in
                needles.allSatisfy { some in some.contains { $0.stands(in: text) } } || Self.mayHide(text)
            }
    }

    /// Whether letters may stand there as something else: escaped, or as the sign of the kelvin, which is a `k` to whoever
    /// compares texts.
    private static func mayHide(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var isEscape = false
        var last: (UInt8, UInt8) = (0, 0)
        for byte in text {
            if isEscape, byte == UInt8(ascii: "u") { return true }
            isEscape = byte == UInt8(ascii: "\\") && !isEscape
            if byte == 0xAA, last == (0xE2, 0x84) { return true }
            last = (last.1, byte)
        }
        return false
    }
}

/// Letters that JSON writes as they are, lower case.
private struct Needle: Sendable, Equatable {
    private let bytes: [UInt8]

    /// Nil for a text with any other character.
    init?(_ text: String) {
        bytes = [UInt8](text.lowercased().utf8)
        let isPlain = bytes.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte)
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        guard isPlain, !bytes.isEmpty else { return nil }
    }

    var length: Int { bytes.count }

    func stands(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard text.count >= bytes.count else { return false }
            let first = bytes[0]
            // Other bytes fall together as well, such as a carriage return and a hyphen: that is too much, not too little.
            for start in 0...(text.count - bytes.count) where text[start] | 0x20 == first | 0x20 {
                var index = 1
                while index < bytes.count, text[start + index] | 0x20 == bytes[index] | 0x20 { index += 1 }
                if index == bytes.count { return true }
            }
            return false
        }
    }
}

extension JobQuery.Condition {
    /// Of which one stands in the text of every job it holds for; nil where there are none.
    fileprivate var needles: [Needle]? {
        switch self {
        case .worker(let patterns), .host(let patterns), .error(let patterns), .id(let patterns):
            let found = patterns.compactMap(\.needle)
            return found.count == patterns.count ? found : nil
        // A job that names no queue is one of `default`; what the others ask for does not stand there in their words.
        case .queue, .arguments, .retries, .since: return nil
        }
    }
}

extension TextPattern {
    fileprivate var needle: Needle? { pieces.compactMap { Needle($0) }.max { $0.length < $1.length } }
}
