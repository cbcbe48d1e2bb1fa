import Glibc

/// What the text of a job must hold for a query to mean it: bytes to look for before the text is read, which costs thirty
/// times as much. It lets through too much rather than too little.
package struct JobSieve: Sendable, Equatable {
    /// Of each list one must be there, in either case.
    private let needles: [[Needle]]

    package init(_ query: JobQuery) {
        needles = query.terms.compactMap { $0.isNegated ? nil : $0.condition.needles }
    }

    /// Whether the text may be that of a job that is meant.
    package func lets(_ text: UnsafeRawBufferPointer) -> Bool {
        needles.allSatisfy { some in some.contains { $0.stands(in: text) } } || Self.mayHide(text)
    }

    /// Whether letters may stand there as something else: escaped, or as the sign of the kelvin, which is a `k` to whoever
    /// compares texts.
    private static func mayHide(_ text: UnsafeRawBufferPointer) -> Bool {
        let escape = UInt8(ascii: "\\")
        // Behind an escape the next byte is no escape of its own.
        return text.places(of: escape, step: 2) { $0 + 1 < text.count && text[$0 + 1] == UInt8(ascii: "u") }
            || text.places(of: 0xE2, step: 1) { $0 + 2 < text.count && text[$0 + 1] == 0x84 && text[$0 + 2] == 0xAA }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether something holds of a place where a byte stands, looked for from left to right.
    ///
    /// - Parameter step: how far behind such a place the next may be.
    fileprivate func places(of byte: UInt8, step: Int, from first: Int = 0, hold: (Int) -> Bool) -> Bool {
        guard let start = baseAddress else { return false }
        var place = first
        while place < count, let found = memchr(start + place, CInt(byte), count - place) {
            place = UnsafeRawPointer(found) - start
            if hold(place) { return true }
            place += step
        }
        return false
    }
}

/// Letters that JSON writes as they are, lower case.
private struct Needle: Sendable, Equatable {
    private let bytes: [UInt8]
    /// The place of the letter that is looked for first, since few texts have many of it.
    private let rare: Int

    /// From the rarest on in what jobs hold; one that is none of them is as good as the first.
    private static let rarest = [UInt8]("_-.qjxzkvwybfgp0123456789hmudclnsroiate:".utf8)

    /// Nil for a text with any other character.
    init?(_ text: String) {
        let bytes = [UInt8](text.lowercased().utf8)
        guard !bytes.isEmpty, bytes.allSatisfy(Self.rarest.contains) else { return nil }
        self.bytes = bytes
        rare = bytes.indices.min { Self.rank(bytes[$0]) < Self.rank(bytes[$1]) } ?? 0
    }

    private static func rank(_ byte: UInt8) -> Int { rarest.firstIndex(of: byte) ?? -1 }

    var length: Int { bytes.count }

    func stands(in text: UnsafeRawBufferPointer) -> Bool {
        guard text.count >= bytes.count else { return false }
        // Where the rare letter can be, so that all of the needle fits around it.
        let room = UnsafeRawBufferPointer(rebasing: text[..<(text.count - (bytes.count - 1 - rare))])
        let letter = bytes[rare]
        func stands(_ byte: UInt8) -> Bool {
            room.places(of: byte, step: 1, from: rare) { matches(text, at: $0 - rare) }
        }
        let hasCase = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
        return stands(letter) || hasCase && stands(letter & ~0x20)
    }

    /// Other bytes fall together as well, such as a carriage return and a hyphen: that is too much, not too little.
    private func matches(_ text: UnsafeRawBufferPointer, at first: Int) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count, text[first + index] | 0x20 == bytes[index] | 0x20 { index += 1 }
            return index == bytes.count
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
