import CGumbo

/// The text of HTML as Mastodon puts it into search: by the HTML standard's own rules for fragments, so that unclosed
/// tags, entities and misplaced markup come out as the server has them.
///
/// The server parses with Nokogiri's HTML5, a younger copy of the parser used here. Source: Mastodon 4.3.23 to 4.6.5
/// `app/lib/plain_text_formatter.rb`; the limits are Nokogiri's, above which the server has no text. 4.2 reads by older
/// rules: see ADR 21.
package enum PlainText {
    /// Elements deeper than this, or with more attributes than this, make the whole text empty.
    private static let limit = 400

    /// The text of remote HTML, a line's end after paragraphs and line breaks.
    package static func of(html: String) -> String {
        var source = html
        return source.withUTF8 { bytes in
            let bytes = withoutMark(bytes)
            guard needsParser(bytes) else { return chomped(String(decoding: bytes, as: UTF8.self)) }
            if let text = SimpleMarkup.text(of: bytes) { return chomped(String(decoding: text, as: UTF8.self)) }
            return parsed(withNewlines(bytes))
        }
    }

    /// As `of`, with the parser for all that has markup: what the fast way is measured by.
    package static func parsed(html: String) -> String {
        var source = html
        return source.withUTF8 { bytes in
            let bytes = withoutMark(bytes)
            return needsParser(bytes)
                ? parsed(withNewlines(bytes)) : chomped(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Whether it has one meaning without a parser.
    package static func isSimple(html: String) -> Bool {
        var source = html
        return source.withUTF8 { SimpleMarkup.text(of: withoutMark($0)) != nil }
    }

    /// Without the mark of its byte order.
    private static func withoutMark(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes.dropFirst(bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0))
    }

    /// Whether anything but plain characters is in it.
    private static func needsParser(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\r") || $0 == 0 }
    }

    /// The text with a newline after each run of the tags that end lines, spelled as the server spells them, and with
    /// names for odd characters.
    private static func withNewlines(_ bytes: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], isOdd: Bool) {
        var result = beginning
        result.reserveCapacity(bytes.count + 64)
        var index = 0
        var isInRun = false
        var isOdd = false
        lazy var areTaken = OddCharacters.areTaken(in: bytes)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let tag = endings.first(where: { matches($0, bytes, at: index) }) {
                result += tag
                index += tag.count
                isInRun = true
                continue
            }
            if isInRun { result.append(UInt8(ascii: "\n")) }
            isInRun = false
            if OddCharacters.mayBegin(bytes[index]),
                let (name, length) = OddCharacters.replacement(in: bytes, at: index), !areTaken
            {
                result += name
                index += length
                isOdd = true
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        if isInRun { result.append(UInt8(ascii: "\n")) }
        return (result, isOdd)
    }

    /// A body by itself is parsed by rules that have changed since the parser was written; these are the same for both.
    private static let beginning = Array("<!doctype html><body>".utf8)

    private static let endings: [[UInt8]] = ["<br />", "<br>", "</p>"].map { Array($0.utf8) }

    private static func matches(_ tag: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + tag.count <= bytes.count else { return false }
        for offset in 0..<tag.count where bytes[index + offset] != tag[offset] { return false }
        return true
    }

    private static func parsed(_ source: (bytes: [UInt8], isOdd: Bool)) -> String {
        source.bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return "" }
            guard let parse = cgumbo_begin(start, buffer.count, UInt32(limit) + 1) else { return "" }
            defer { cgumbo_end(parse) }
            var text: [UInt8] = []
            text.reserveCapacity(source.bytes.count)
            guard let root = parse.pointee.output?.pointee.root, collect(body(of: root), into: &text) else { return "" }
            if source.isOdd { text = OddCharacters.restored(text) }
            return chomped(String(decoding: text, as: UTF8.self))
        }
    }

    /// The last child of the root, which has a head as well.
    private static func body(of root: UnsafeMutablePointer<GumboNode>) -> UnsafeMutablePointer<GumboNode> {
        let children = root.pointee.v.element.children
        for place in (0..<Int(children.length)).reversed() {
            guard let node = children.data[place]?.assumingMemoryBound(to: GumboNode.self) else { continue }
            if node.pointee.type == GUMBO_NODE_ELEMENT, node.pointee.v.element.tag == GUMBO_TAG_BODY { return node }
        }
        return root
    }

    /// Adds the text below a node.
    ///
    /// - Returns: false when a limit is passed.
    private static func collect(_ root: UnsafeMutablePointer<GumboNode>, into text: inout [UInt8]) -> Bool {
        // By hand, since a hostile post nests deeper than a stack bears.
        var path: [(children: GumboVector, next: UInt32)] = [(root.pointee.v.element.children, 0)]
        /// How long the path is up to the outermost element that is left out; nil outside of one.
        var hidden: Int?
        while let (children, next) = path.last {
            guard next < children.length, let pointer = children.data[Int(next)] else {
                path.removeLast()
                if path.count == hidden { hidden = nil }
                continue
            }
            path[path.count - 1].next += 1
            let node = pointer.assumingMemoryBound(to: GumboNode.self)
            switch node.pointee.type {
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                if hidden != nil { continue }
                var byte = node.pointee.v.text.text
                while let here = byte, here.pointee != 0 {
                    text.append(UInt8(bitPattern: here.pointee))
                    byte = here + 1
                }
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                guard path.count <= limit || isClosedAtOnce(node.pointee.v.element),
                    node.pointee.v.element.attributes.length <= limit
                else { return false }
                if hidden == nil, isHidden(node) { hidden = path.count }
                path.append((node.pointee.v.element.children, 0))
            default: break
            }
        }
        return true
    }

    /// Whether an element is never open, so that it does not count as a level.
    private static func isClosedAtOnce(_ element: GumboElement) -> Bool {
        guard element.tag_namespace == GUMBO_NAMESPACE_HTML else {
            let tag = UnsafeBufferPointer(start: element.original_tag.data, count: element.original_tag.length)
            return tag.suffix(2).elementsEqual([
                CChar(bitPattern: UInt8(ascii: "/")), CChar(bitPattern: UInt8(ascii: ">")),
            ])
        }
        switch element.tag {
        case GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_BR, GUMBO_TAG_COL,
            GUMBO_TAG_EMBED, GUMBO_TAG_FRAME, GUMBO_TAG_HR, GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_KEYGEN,
            GUMBO_TAG_LINK, GUMBO_TAG_META, GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR:
            return true
        default: return false
        }
    }

    /// Whether the server leaves the element out. Drawings and formulas have a namespace of their own and so slip
    /// through the server's list, which names them, too.
    private static func isHidden(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
        guard node.pointee.v.element.tag_namespace == GUMBO_NAMESPACE_HTML else { return false }
        switch node.pointee.v.element.tag {
        case GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_PLAINTEXT,
            GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_XMP:
            return true
        default: return false
        }
    }

    /// Without the one line's end at its end.
    private static func chomped(_ text: String) -> String {
        var bytes = text.utf8[...]
        if bytes.last == UInt8(ascii: "\n") {
            bytes.removeLast()
            if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        } else if bytes.last == UInt8(ascii: "\r") {
            bytes.removeLast()
        }
        return bytes.count == text.utf8.count ? text : String(decoding: bytes, as: UTF8.self)
    }
}
