/// Reads HTML that is so plain that it has one meaning, without building a tree.
///
/// Nearly every post is: a few elements that are closed in the order in which they were opened, attributes in double
/// quotes, and a handful of character references. Of such HTML the standard's tree has the text in the order of the
/// source: no element closes another one, none is moved, none is hidden. Whatever is not surely of the kind is left to
/// the parser.
struct SimpleMarkup {
    /// An element that may be open.
    private enum Element: UInt8 {
        case paragraph, unordered, ordered, item, quote
        case link
        case span, strong, b, em, i, u, s, del, code

        /// Opened by a start tag, it closes a paragraph that is open.
        var isBlock: Bool { rawValue <= Element.quote.rawValue }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var open: [Element] = []
    private var text: [UInt8] = []
    /// Whether the tag before ended a line, so that a newline follows the run of such tags.
    private var isInRun = false

    /// Deeper than this is the parser's business, as are more attributes than this.
    private static let limit = 30

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        text.reserveCapacity(bytes.count)
        open.reserveCapacity(8)
    }

    /// The text, without any line's end taken away; nil when it takes a parser to tell.
    static func text(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var markup = SimpleMarkup(bytes)
        return markup.read() && !markup.holdsOddCharacters ? markup.text : nil
    }

    private mutating func read() -> Bool {
        while index < bytes.count {
            let start = index
            skipPlain()
            if index > start {
                endRun()
                text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            }
            guard index < bytes.count else { break }
            switch bytes[index] {
            case UInt8(ascii: "<"): guard readTag() else { return false }
            case UInt8(ascii: "&"): guard readReference() else { return false }
            default: return false
            }
        }
        endRun()
        return open.isEmpty
    }

    /// Whether there are controls beyond ASCII, or code points that are no characters: the parser replaces them.
    private var holdsOddCharacters: Bool {
        var position = 0
        func follower(_ offset: Int) -> UInt8 { position + offset < text.count ? text[position + offset] : 0 }
        while position < text.count {
            switch text[position] {
            case 0xc2 where follower(1) < 0xa0: return true
            case 0xef where follower(1) == 0xb7 && (0x90...0xaf).contains(follower(2)): return true
            case 0xef where follower(1) == 0xbf && follower(2) >= 0xbe: return true
            case 0xf0... where follower(2) == 0xbf && follower(3) >= 0xbe: return true
            default: position += 1
            }
        }
        return false
    }

    private mutating func endRun() {
        if isInRun { text.append(UInt8(ascii: "\n")) }
        isInRun = false
    }

    /// Goes to the next byte that does not stand for itself: markup, or a control character but tab and newline.
    private mutating func skipPlain() {
        while index < bytes.count {
            while index + 8 <= bytes.count {
                let next = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let odd =
                    (next &- Self.ones &* 0x20) & ~next | Self.holding(UInt8(ascii: "<"), next)
                    | Self.holding(UInt8(ascii: "&"), next) | Self.holding(0x7f, next)
                if odd & Self.ones << 7 != 0 { break }
                index += 8
            }
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x20 ? byte != 0x0a && byte != 0x09 : Self.isMarkup(byte) { return }
                index += 1
                if index & 7 == 0 { break }
            }
        }
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// With the top bit of a byte set where that byte is the wanted one; above such a byte it may be set in vain.
    private static func holding(_ byte: UInt8, _ word: UInt64) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == 0x7f
    }

    private func byte(at position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

    // MARK: - tags

    private mutating func readTag() -> Bool {
        index += 1
        let isEnd = byte(at: index) == UInt8(ascii: "/")
        if isEnd { index += 1 }
        // At most ten letters, packed.
        var name: UInt64 = 0
        let start = index
        while case let letter = byte(at: index), letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") {
            name = name << 5 | UInt64(letter & 31)
            index += 1
        }
        guard (1...10).contains(index - start) else { return false }
        if name == Self.lineBreak { return !isEnd && readLineBreak() }
        guard let element = Self.element(named: name) else { return false }
        return isEnd ? close(element) : open(element)
    }

    /// `<br>` and `<br />` end a line; `<br/>` is an element like any other to the server, which looks for the other two.
    private mutating func readLineBreak() -> Bool {
        if byte(at: index) == UInt8(ascii: ">") {
            index += 1
            isInRun = true
            return true
        }
        let isSpaced = byte(at: index) == UInt8(ascii: " ")
        let slash = isSpaced ? index + 1 : index
        guard byte(at: slash) == UInt8(ascii: "/"), byte(at: slash + 1) == UInt8(ascii: ">") else { return false }
        if !isSpaced { endRun() }
        isInRun = isSpaced
        index = slash + 2
        return true
    }

    private mutating func close(_ element: Element) -> Bool {
        guard open.last == element, byte(at: index) == UInt8(ascii: ">") else { return false }
        open.removeLast()
        index += 1
        if element == .paragraph {
            isInRun = true
        } else {
            endRun()
        }
        return true
    }

    private mutating func open(_ element: Element) -> Bool {
        guard isAllowed(element), readAttributes() else { return false }
        endRun()
        open.append(element)
        return true
    }

    /// Whether it becomes a child of the innermost open element, and nothing else happens.
    private func isAllowed(_ element: Element) -> Bool {
        guard open.count < Self.limit else { return false }
        if element == .link { return !open.contains(.link) }
        guard element.isBlock else { return true }
        guard open.allSatisfy({ $0.isBlock && $0 != .paragraph }) else { return false }
        return element != .item || open.last == .unordered || open.last == .ordered
    }

    /// Behind the name of a start tag: `name="value"`, each after one blank, and the end of the tag.
    private mutating func readAttributes() -> Bool {
        var count = 0
        while byte(at: index) == UInt8(ascii: " ") {
            index += 1
            count += 1
            let start = index
            while Self.isNameByte(byte(at: index)) { index += 1 }
            guard index > start, count <= Self.limit, byte(at: index) == UInt8(ascii: "="),
                byte(at: index + 1) == UInt8(ascii: "\"")
            else { return false }
            index += 2
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                guard bytes[index] != 0, bytes[index] != UInt8(ascii: "\r") else { return false }
                index += 1
            }
            guard index < bytes.count else { return false }
            index += 1
        }
        guard byte(at: index) == UInt8(ascii: ">") else { return false }
        index += 1
        return true
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || byte == UInt8(ascii: "-")
    }

    private static func packed(_ name: StaticString) -> UInt64 {
        name.withUTF8Buffer { $0.reduce(0) { $0 << 5 | UInt64($1 & 31) } }
    }

    private static let lineBreak = packed("br")
    private static let elements: [(name: UInt64, element: Element)] = [
        (packed("p"), .paragraph), (packed("a"), .link), (packed("span"), .span), (packed("strong"), .strong),
        (packed("b"), .b), (packed("em"), .em), (packed("i"), .i), (packed("u"), .u), (packed("s"), .s),
        (packed("del"), .del), (packed("code"), .code), (packed("ul"), .unordered),
        (packed("ol"), .ordered), (packed("li"), .item), (packed("blockquote"), .quote),
    ]

    private static func element(named name: UInt64) -> Element? {
        for known in elements where known.name == name { return known.element }
        return nil
    }

    // MARK: - character references

    private static let references: [(source: [UInt8], text: [UInt8])] = [
        ("&amp;", "&"), ("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{a0}"),
        ("&apos;", "'"), ("&#x27;", "'"), ("&#34;", "\""), ("&#x2F;", "/"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    private mutating func readReference() -> Bool {
        for (source, meaning) in Self.references where matches(source) {
            endRun()
            text += meaning
            index += source.count
            return true
        }
        return false
    }

    private func matches(_ source: [UInt8]) -> Bool {
        guard index + source.count <= bytes.count else { return false }
        for offset in 0..<source.count where bytes[index + offset] != source[offset] { return false }
        return true
    }
}
