/// Takes a query apart, byte by byte, from left to right.
struct QueryReader<Key: QueryKey> {
    /// More than anybody types and less than what PostgreSQL takes in one statement.
    static var mostTerms: Int { 500 }
    static var mostValues: Int { 10_000 }

    private let bytes: [UInt8]
    private var index = 0
    /// Where the term under way begins.
    private var start = 0
    private var terms = 0
    private var values = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The next term, or nil at the end.
    mutating func next() throws(QueryError) -> QueryTerm<Key>? {
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        start = index
        terms += 1
        if terms > Self.mostTerms { throw error("there are more than \(Self.mostTerms) terms") }
        var isNegated = false
        if bytes[index] == UInt8(ascii: "-") {
            isNegated = true
            index += 1
        }
        var word = try word()
        if word == "not" {
            isNegated.toggle()
            word = try self.word()
        }
        guard let key = Key(word: word) else { throw unknown(word) }
        let found = try read(key)
        let place = self
        return QueryTerm(key: key, values: found, isNegated: isNegated) { place.error($0, help: $1) }
    }

    /// What stands before a colon.
    private mutating func word() throws(QueryError) -> String {
        let begin = index
        while index < bytes.count, !Self.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ":") { index += 1 }
        let word = String(decoding: bytes[begin..<index], as: UTF8.self)
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":"), begin < index else {
            throw error(
                "a term needs a key and a value", help: "write terms such as \(Key.example)")
        }
        index += 1
        return word
    }

    private func unknown(_ word: String) -> QueryError {
        let help =
            Key.nearest(to: word).map { "did you mean \($0.rawValue)?" }
            ?? "the keys are \(Key.allCases.map(\.rawValue).joined(separator: ", "))"
        return error("unknown key '\(Self.shortened(word.utf8))'", help: help)
    }

    /// The values of a term, as they were written.
    private mutating func read(_ key: Key) throws(QueryError) -> [QueryValue] {
        var found: [QueryValue] = []
        repeat {
            if !found.isEmpty { index += 1 }
            values += 1
            if values > Self.mostValues { throw error("there are more than \(Self.mostValues) values") }
            let value = try value()
            guard value.isQuoted || !value.text.isEmpty else {
                throw error("a value is missing", help: "\(key.rawValue) takes \(key.form)")
            }
            found.append(value)
        } while index < bytes.count && bytes[index] == UInt8(ascii: ",")
        return found
    }

    private mutating func value() throws(QueryError) -> QueryValue {
        let quote = UInt8(ascii: "\"")
        let isPart = index + 1 < bytes.count && bytes[index] == UInt8(ascii: "~") && bytes[index + 1] == quote
        if isPart { index += 1 }
        guard index < bytes.count, bytes[index] == quote else {
            let begin = index
            while index < bytes.count, !Self.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ",") {
                if bytes[index] == quote { throw error("a quotation mark stands inside a value") }
                index += 1
            }
            let text = String(decoding: bytes[begin..<index], as: UTF8.self)
            return text.hasPrefix("~")
                ? QueryValue(text: String(text.dropFirst()), isPart: true) : QueryValue(text: text)
        }
        index += 1
        var text: [UInt8] = []
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "\\") { index += 1 }
            if index < bytes.count { text.append(bytes[index]) }
            index += 1
        }
        guard index < bytes.count else { throw error("the closing quotation mark is missing") }
        index += 1
        if index < bytes.count, !Self.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ",") {
            throw error("something stands behind a closing quotation mark")
        }
        return QueryValue(text: String(decoding: text, as: UTF8.self), isQuoted: true, isPart: isPart)
    }

    private func error(_ message: String, help: String? = nil) -> QueryError {
        var end = start
        while end < bytes.count, end < start + 200, !Self.isBlank(bytes[end]) { end += 1 }
        let characters = bytes[..<start].count { $0 & 0xC0 != 0x80 }
        return QueryError(
            message: message, term: Self.shortened(bytes[start..<end]), position: characters + 1, help: help)
    }

    /// At most sixty bytes, without control characters: it is shown to a person.
    private static func shortened(_ bytes: some Collection<UInt8>) -> String {
        let text = String(
            decoding: bytes.prefix(60).map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
        return bytes.count > 60 ? text + "…" : text
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// A term as it was written.
struct QueryTerm<Key: QueryKey> {
    var key: Key
    var values: [QueryValue]
    var isNegated: Bool
    /// Makes the error that names the term.
    var error: (_ message: String, _ help: String?) -> QueryError
}

/// A value as it was written.
struct QueryValue {
    var text: String
    var isQuoted = false
    /// Whether it is to stand anywhere in a text: `~word`, `~"some words"`.
    var isPart = false
}
