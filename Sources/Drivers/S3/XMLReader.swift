/// XML that is not well-formed, or cut.
struct XMLError: Error, Equatable {
    var reason: String
    /// Byte offset.
    var offset: Int
}

/// A pull parser for the XML that S3 servers answer.
///
/// Our own, since the system's is in FoundationXML, which brings all of Foundation and libxml2 (40 MB, and their start
/// time) for four small documents. Knows elements, attributes (skipped), character data, CDATA, comments, processing
/// instructions, the five entities and numeric references. Refuses document types, so no entity can expand.
struct XMLReader {
    enum Event: Equatable {
        case start(String)
        /// A part of an element's text; one text may come in several.
        case text(String)
        case end(String)
    }

    private let bytes: [UInt8]
    private var index = 0
    /// The elements that are open, outermost first, names without their prefix.
    private(set) var path: [String] = []
    private var pendingEnd = false
    private var isRootSeen = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    /// The next event, nil behind the closed root. After `end`, `path` no longer holds the element.
    mutating func next() throws -> Event? {
        if pendingEnd {
            pendingEnd = false
            return .end(path.removeLast())
        }
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "<") {
                let text = try text()
                if !path.isEmpty { return .text(text) }
                guard text.utf8.allSatisfy(Self.isSpace) else { throw error("text outside the root") }
            } else if starts("<?") {
                try skip(to: "?>")
            } else if starts("<!--") {
                try skip(to: "-->")
            } else if starts("<![CDATA[") {
                let start = index + 9
                try skip(to: "]]>")
                guard !path.isEmpty else { throw error("text outside the root") }
                return .text(try string(start..<(index - 3)))
            } else if starts("<!") {
                throw error("a document type")
            } else if starts("</") {
                index += 2
                let name = try name()
                skipSpace()
                guard take(">") else { throw error("an end tag that does not end") }
                guard path.popLast() == name else { throw error("an end tag that closes nothing") }
                return .end(name)
            } else {
                return try start()
            }
        }
        guard path.isEmpty, isRootSeen else { throw error("the document is cut") }
        return nil
    }

    private mutating func start() throws -> Event {
        index += 1
        let name = try name()
        guard !path.isEmpty || !isRootSeen else { throw error("a second root") }
        guard path.count < 32 else { throw error("elements too deep") }
        isRootSeen = true
        while true {
            skipSpace()
            if take("/>") {
                pendingEnd = true
                break
            }
            if take(">") { break }
            _ = try self.name()
            skipSpace()
            guard take("=") else { throw error("an attribute without a value") }
            skipSpace()
            guard index < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index]) else {
                throw error("an attribute without quotes")
            }
            let quote = bytes[index]
            guard let end = bytes[(index + 1)...].firstIndex(of: quote) else { throw error("the document is cut") }
            index = end + 1
        }
        path.append(name)
        return .start(name)
    }

    /// A name without its prefix.
    private mutating func name() throws -> String {
        var start = index
        while index < bytes.count, !Self.isSpace(bytes[index]), !Self.endsName(bytes[index]) {
            if bytes[index] == UInt8(ascii: ":") { start = index + 1 }
            index += 1
        }
        guard index > start else { throw error("a name is missing") }
        return try string(start..<index)
    }

    private mutating func text() throws -> String {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        guard let first = bytes[index..<end].firstIndex(of: UInt8(ascii: "&")) else {
            defer { index = end }
            return try string(index..<end)
        }
        var result = Array(bytes[index..<first])
        index = first
        while index < end {
            if bytes[index] == UInt8(ascii: "&") {
                guard let stop = bytes[index..<end].firstIndex(of: UInt8(ascii: ";")) else {
                    throw error("an entity that does not end")
                }
                result += String(try entity(string((index + 1)..<stop))).utf8
                index = stop + 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        guard let text = String(validating: result, as: UTF8.self) else { throw error("bytes that are not UTF-8") }
        return text
    }

    private func entity(_ name: String) throws -> Character {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let number =
                name.hasPrefix("#x") || name.hasPrefix("#X")
                ? UInt32(name.dropFirst(2), radix: 16)
                : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
            guard let number, let scalar = Unicode.Scalar(number) else { throw error("an unknown entity") }
            return Character(scalar)
        }
    }

    private func string(_ range: Range<Int>) throws -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else {
            throw error("bytes that are not UTF-8")
        }
        return text
    }

    private func starts(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes.count - index >= $0.count && bytes[index..<(index + $0.count)].elementsEqual($0) }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        guard starts(text) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    private mutating func skip(to end: StaticString) throws {
        while index < bytes.count {
            if take(end) { return }
            index += 1
        }
        throw error("the document is cut")
    }

    private mutating func skipSpace() {
        while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    private func error(_ reason: String) -> XMLError { XMLError(reason: reason, offset: index) }
}
