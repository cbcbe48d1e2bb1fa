extension AccountFilter {
    /// Reads `origin:remote -domain:example.org,*.example.net last-active:>90d storage:>1GB`.
    ///
    /// Terms are separated by blanks and must all hold; `-` or `not:` before one turns it round; commas separate values
    /// of which one is enough. Numbers, sizes, dates and ages take `>`, `>=`, `<`, `<=` and `a..b`. Text in double
    /// quotes is taken as it stands, with `\"` and `\\` in it. Needs time in proportion to the text's length.
    ///
    /// - Throws: `AccountQueryError`.
    package init(parsing text: String) throws(AccountQueryError) {
        var reader = AccountQueryReader(text)
        var terms: [Term] = []
        while let term = try reader.next() { terms.append(term) }
        self.init(terms)
    }
}

extension AccountFilter.Term {
    /// Reads the values of one key: `example.org,*.example.net`. A blank needs quotes, as in a query.
    ///
    /// - Throws: `AccountQueryError`.
    package init(_ key: AccountQueryKey, _ values: String) throws(AccountQueryError) {
        let terms = try AccountFilter(parsing: "\(key.rawValue):\(values)").terms
        guard terms.count == 1 else {
            throw AccountQueryError(
                message: "a blank stands in a value", term: values, position: 1, help: "put it in double quotes")
        }
        self = terms[0]
    }
}

/// Takes a query apart, byte by byte, from left to right.
struct AccountQueryReader {
    /// More than anybody types and less than what PostgreSQL takes in one statement.
    static let mostTerms = 500
    static let mostValues = 10_000

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
    mutating func next() throws(AccountQueryError) -> AccountFilter.Term? {
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
        guard let key = AccountQueryKey(word: word) else { throw unknown(word) }
        let found = try read(key)
        let place = self
        let condition = try AccountQueryValues(key) { place.error($0, help: $1) }.condition(found)
        return AccountFilter.Term(condition, isNegated: isNegated)
    }

    /// What stands before a colon.
    private mutating func word() throws(AccountQueryError) -> String {
        let begin = index
        while index < bytes.count, !Self.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ":") { index += 1 }
        let word = String(decoding: bytes[begin..<index], as: UTF8.self)
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":"), begin < index else {
            throw error(
                "a term needs a key and a value", help: "write terms such as origin:remote or username:al*")
        }
        index += 1
        return word
    }

    private func unknown(_ word: String) -> AccountQueryError {
        let help =
            AccountQueryKey.nearest(to: word).map { "did you mean \($0.rawValue)?" }
            ?? "the keys are \(AccountQueryKey.allCases.map(\.rawValue).joined(separator: ", "))"
        return error("unknown key '\(Self.shortened(word.utf8))'", help: help)
    }

    /// The values of a term, as they were written.
    private mutating func read(_ key: AccountQueryKey) throws(AccountQueryError) -> [AccountQueryValue] {
        var found: [AccountQueryValue] = []
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

    private mutating func value() throws(AccountQueryError) -> AccountQueryValue {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
            let begin = index
            while index < bytes.count, !Self.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ",") {
                if bytes[index] == UInt8(ascii: "\"") { throw error("a quotation mark stands inside a value") }
                index += 1
            }
            return AccountQueryValue(text: String(decoding: bytes[begin..<index], as: UTF8.self), isQuoted: false)
        }
        index += 1
        var text: [UInt8] = []
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") { index += 1 }
            if index < bytes.count { text.append(bytes[index]) }
            index += 1
        }
        guard index < bytes.count else { throw error("the closing quotation mark is missing") }
        index += 1
        if index < bytes.count, !Self.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ",") {
            throw error("something stands behind a closing quotation mark")
        }
        return AccountQueryValue(text: String(decoding: text, as: UTF8.self), isQuoted: true)
    }

    private func error(_ message: String, help: String? = nil) -> AccountQueryError {
        var end = start
        while end < bytes.count, end < start + 200, !Self.isBlank(bytes[end]) { end += 1 }
        let characters = bytes[..<start].count { $0 & 0xC0 != 0x80 }
        return AccountQueryError(
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

/// A value as it was written.
struct AccountQueryValue {
    var text: String
    var isQuoted: Bool
}
