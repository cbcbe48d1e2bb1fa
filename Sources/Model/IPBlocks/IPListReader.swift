/// Reads lists of IP addresses line by line: plain ones, Spamhaus' (`192.0.2.0/24 ; SBL1`, and in JSON lines), Tor's exit
/// addresses, nginx's `deny`, nftables' sets, JSON. Which it is shows in the lines.
///
///     var reader = IPListReader()
///     for line in lines { reader.read(line) }
///     reader.finish()
///
/// A word of the list is an address, a range, or `first-last`. Lines may end with a comment behind `#` or `;`, which
/// becomes the block's.
package struct IPListReader: Sendable {
    /// A range and the comment beside it.
    package struct Entry: Sendable, Equatable {
        package var ip: IPNetwork
        package var comment: String?
    }

    package private(set) var entries: [Entry] = []
    package private(set) var unread = UnreadLines()

    private var line = 0
    /// Inside the braces of nftables' `elements = { … }`, which may take many lines.
    private var isInSet = false
    private var form: Form?
    private var pieces = JSONPieces()

    /// What the first line that says something tells of the others.
    private enum Form {
        case lines
        /// An object a line: one that cannot be read is its line's trouble alone.
        case jsonLines
        /// One text over several lines.
        case json
        /// Behind a place where the text could not be taken apart any further.
        case broken
    }

    /// What lines of an nftables file begin with when no address stands first.
    private static let ruleWords: Set<String> = [
        "table", "set", "type", "typeof", "flags", "auto-merge", "size", "policy", "timeout", "gc-interval", "counter",
        "comment", "chain", "flush", "delete", "destroy", "add", "create", "elements", "elements=", "define", "ip",
        "ip6",
        "tcp", "ct", "meta", "accept", "drop", "return", "hook", "{", "}", "};",
    ]

    /// What stands beside the addresses in Tor's list (<https://check.torproject.org/exit-addresses>).
    private static let torWords: Set<String> = ["ExitNode", "Published", "LastStatus"]

    package init() {}

    /// Reads the next line, without its end.
    package mutating func read(_ bytes: [UInt8]) {
        line += 1
        if form == nil, let first = bytes.first(where: { !PlainList.isBlank($0) }) { form = Self.form(bytes, first) }
        switch form {
        case nil, .broken: return
        case .json: readText(bytes)
        case .jsonLines: readObject(bytes)
        case .lines: readLine(bytes)
        }
    }

    /// What the end of the list makes an entry or a fault.
    package mutating func finish() {
        guard form == .json else { return }
        do throws(JSONPieces.Break) {
            try pieces.finish()
        } catch {
            fail("the JSON that begins here breaks off", at: error.line)
        }
    }

    private mutating func readLine(_ bytes: [UInt8]) {
        guard let (text, comment) = PlainList.item(bytes) else { return }
        if isInSet {
            readElements(text[...])
            return
        }
        let word = String(text.prefix { !$0.isWhitespace })
        switch word {
        case "deny": readDirective(text, comment)
        case "allow", "satisfy": return
        case "ExitAddress":
            take(text.dropFirst(word.count).drop(while: \.isWhitespace).prefix { !$0.isWhitespace }, nil)
        case _ where Self.torWords.contains(word): return
        case _ where Self.ruleWords.contains(word): openSet(text, word)
        default: readPlain(text, comment)
        }
    }

    /// An address or a range, and perhaps a semicolon with a comment behind it, as Spamhaus writes them.
    private mutating func readPlain(_ text: String, _ comment: String?) {
        let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        let word = parts[0].trimmed
        if word.isEmpty { return }
        let words = parts.count == 2 ? parts[1].trimmed : ""
        takeWord(word[...], words.isEmpty ? comment : words)
    }

    /// `deny 192.0.2.0/24;`, and `deny all;`, which is a range of two families.
    private mutating func readDirective(_ text: String, _ comment: String?) {
        guard text.hasSuffix(";") else {
            fail("a 'deny' without a semicolon", at: line)
            return
        }
        let words = text.dropLast().split(whereSeparator: \.isWhitespace)
        guard words.count == 2 else {
            fail("a 'deny' takes one address", at: line)
            return
        }
        take(words[1], comment)
    }

    /// What stands behind `elements = {`, `add element … {` or `define … = {` on the same line.
    private mutating func openSet(_ text: String, _ word: String) {
        let isNamed = ["add", "create", "define"].contains(word) && (word == "define" || text.contains(" element "))
        guard let start = isNamed ? text.startIndex : text.firstRange(of: "elements")?.upperBound,
            let brace = text[start...].firstIndex(of: "{")
        else { return }
        isInSet = true
        readElements(text[text.index(after: brace)...])
    }

    private mutating func readElements(_ text: Substring) {
        var rest = text
        if let end = rest.firstIndex(of: "}") {
            rest = rest[..<end]
            isInSet = false
        }
        for part in rest.split(separator: ",") {
            // Behind the address there may be `timeout 1d`, `expires 3h`, `counter` …
            guard let word = part.split(whereSeparator: \.isWhitespace).first else { continue }
            takeWord(word, nil)
        }
    }

    // MARK: - JSON

    private static func form(_ bytes: [UInt8], _ first: UInt8) -> Form {
        switch first {
        case UInt8(ascii: "{"): return object(bytes) == nil ? .json : .jsonLines
        case UInt8(ascii: "["):
            // An address may stand in brackets, too.
            let second = bytes.drop { $0 != first }.dropFirst().first { !PlainList.isBlank($0) }
            return second.map { "{\"]".utf8.contains($0) } ?? true ? .json : .lines
        default: return .lines
        }
    }

    private static func object(_ bytes: [UInt8]) -> JSONValue? {
        String(validating: bytes, as: UTF8.self).flatMap { JSONValue(parsing: $0) }
    }

    private mutating func readObject(_ bytes: [UInt8]) {
        if bytes.allSatisfy(PlainList.isBlank) { return }
        if let value = Self.object(bytes) { readValue(value, at: line) } else { fail("this is no JSON", at: line) }
    }

    private mutating func readText(_ bytes: [UInt8]) {
        for byte in bytes + [10] {
            do throws(JSONPieces.Break) {
                guard let piece = try pieces.take(byte) else { continue }
                if let value = piece.value {
                    readValue(value, at: piece.line)
                } else {
                    fail("this is no JSON", at: piece.line)
                }
            } catch {
                fail("the JSON cannot be read from here on", at: error.line)
                form = .broken
                return
            }
        }
    }

    private static let lists = ["blocks", "ip_blocks", "prefixes", "addresses", "items", "data"]
    private static let names = ["cidr", "ip", "network", "range", "prefix", "address", "ip_prefix", "ipv6_prefix"]
    private static let comments = ["comment", "sblid", "reason", "description"]

    /// An address, an object that has one, or one that holds a list of either. Spamhaus' last line tells of the list.
    private mutating func readValue(_ value: JSONValue, at line: Int) {
        if let list = Self.lists.lazy.compactMap({ value[$0]?.array }).first {
            for element in list { readValue(element, at: line) }
            return
        }
        guard let word = value.string ?? Self.names.lazy.compactMap({ value[$0]?.string }).first else {
            if value["type"]?.string != "metadata" { fail("an entry without an IP address", at: line) }
            return
        }
        guard let ip = IPNetwork(word) else {
            fail("\(LineFault.shown(word)) is no IP address", at: line)
            return
        }
        let comment = Self.comments.lazy.compactMap { value[$0]?.string }.first { !$0.isEmpty }
        entries.append(Entry(ip: ip, comment: comment))
    }

    // MARK: - words

    /// An address, a range or a span.
    private mutating func takeWord(_ word: Substring, _ comment: String?) {
        if let dash = word.firstIndex(of: "-"), word[..<dash].contains(where: { $0 == "." || $0 == ":" }) {
            takeSpan(word[..<dash].trimmed, word[word.index(after: dash)...].trimmed, word, comment)
        } else {
            take(word, comment)
        }
    }

    private mutating func take(_ word: Substring, _ comment: String?) {
        guard let ip = IPNetwork(word) else {
            fail("\(LineFault.shown(word)) is no IP address", at: line)
            return
        }
        entries.append(Entry(ip: ip, comment: comment))
    }

    /// A span as the ranges that cover it.
    private mutating func takeSpan(_ first: String, _ last: String, _ word: Substring, _ comment: String?) {
        guard let first = IPNetwork(first), let last = IPNetwork(last), first.isSingle, last.isSingle,
            first.family == last.family, first.address <= last.address
        else {
            fail("\(LineFault.shown(word)) is no range of IP addresses", at: line)
            return
        }
        entries += IPNetwork.ranges(from: first, through: last).map { Entry(ip: $0, comment: comment) }
    }

    private mutating func fail(_ reason: String, at line: Int) {
        unread.add(LineFault(line: line, reason: reason))
    }
}
