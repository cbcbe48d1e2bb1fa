import CGumbo

/// The text of HTML as Mastodon puts it into search: by the HTML standard's own rules for fragments, so that unclosed
/// tags, entities and misplaced markup come out as the server has them.
///
/// The server parses with Nokogiri's HTML5, which is a copy of the parser used here. Source: Mastodon 4.3.23 to 4.6.5
/// `app/lib/plain_text_formatter.rb`; the limits are Nokogiri's, above which the server has no text.
package enum PlainText {
    /// Elements deeper than this, or with more attributes than this, make the whole text empty.
    private static let limit = 400

    /// The text of remote HTML, a line's end after paragraphs and line breaks.
    package static func of(html: String) -> String {
        var source = html
        return source.withUTF8 { bytes in
            guard needsParser(bytes) else { return chomped(String(decoding: bytes, as: UTF8.self)) }
            if let text = SimpleMarkup.text(of: bytes) { return chomped(String(decoding: text, as: UTF8.self)) }
            return parsed(withNewlines(bytes))
        }
    }

    /// As `of`, with the parser for all that has markup: what the fast way is measured by.
    package static func parsed(html: String) -> String {
        var source = html
        return source.withUTF8 { bytes in
            needsParser(bytes) ? parsed(withNewlines(bytes)) : chomped(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Whether anything but plain characters is in it.
    private static func needsParser(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\r") || $0 == 0 }
    }

    /// Whether it has one meaning without a parser.
    package static func isSimple(html: String) -> Bool {
        var source = html
        return source.withUTF8 { SimpleMarkup.text(of: $0) != nil }
    }

    /// The text with a newline after each run of the tags that end lines, spelled as the server spells them.
    private static func withNewlines(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 32)
        var index = 0
        var isInRun = false
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let tag = endings.first(where: { matches($0, bytes, at: index) }) {
                result += tag
                index += tag.count
                isInRun = true
                continue
            }
            if isInRun { result.append(UInt8(ascii: "\n")) }
            isInRun = false
            result.append(bytes[index])
            index += 1
        }
        if isInRun { result.append(UInt8(ascii: "\n")) }
        return result
    }

    private static let endings: [[UInt8]] = ["<br />", "<br>", "</p>"].map { Array($0.utf8) }

    private static func matches(_ tag: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + tag.count <= bytes.count else { return false }
        for offset in 0..<tag.count where bytes[index + offset] != tag[offset] { return false }
        return true
    }

    private static func parsed(_ bytes: [UInt8]) -> String {
        var options = kGumboDefaultOptions
        options.max_errors = 0
        options.fragment_context = GUMBO_TAG_BODY
        options.fragment_namespace = GUMBO_NAMESPACE_HTML
        return bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return "" }
            guard let output = gumbo_parse_with_options(&options, start, buffer.count) else { return "" }
            defer { gumbo_destroy_output(&options, output) }
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count)
            guard let root = output.pointee.root, collect(root, into: &text) else { return "" }
            return chomped(String(decoding: text, as: UTF8.self))
        }
    }

    /// Adds the text below a node.
    ///
    /// - Returns: false when a limit is passed.
    private static func collect(_ root: UnsafeMutablePointer<GumboNode>, into text: inout [UInt8]) -> Bool {
        // By hand, since a hostile post nests deeper than a stack bears.
        var path: [(children: GumboVector, next: UInt32)] = [(root.pointee.v.element.children, 0)]
        while let (children, next) = path.last {
            guard next < children.length, let pointer = children.data[Int(next)] else {
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let node = pointer.assumingMemoryBound(to: GumboNode.self)
            switch node.pointee.type {
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                var byte = node.pointee.v.text.text
                while let here = byte, here.pointee != 0 {
                    text.append(UInt8(bitPattern: here.pointee))
                    byte = here + 1
                }
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                guard path.count <= limit, node.pointee.v.element.attributes.length <= limit else { return false }
                path.append((isHidden(node) ? GumboVector() : node.pointee.v.element.children, 0))
            default: break
            }
        }
        return true
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
