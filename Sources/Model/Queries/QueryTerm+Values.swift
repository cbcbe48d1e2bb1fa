/// Gives the values of one term their meaning.
extension QueryTerm {
    /// The meanings of all values.
    ///
    /// - Parameters:
    ///   - takesParts: whether a value may be a part of a text.
    ///   - read: nil for what is no such value.
    func each<Value>(takesParts: Bool = false, _ read: (QueryValue) -> Value?) throws(QueryError) -> [Value] {
        var result: [Value] = []
        result.reserveCapacity(values.count)
        for value in values {
            guard takesParts || !value.isPart, !value.text.utf8.contains(0), let meaning = read(value) else {
                throw refusal(value)
            }
            result.append(meaning)
        }
        return result
    }

    private func refusal(_ value: QueryValue) -> QueryError {
        error(
            "'\(value.text.utf8.count > 40 ? "that" : value.text)' is no value of \(key.rawValue)",
            "\(key.rawValue) takes \(key.form)")
    }

    func flag() throws(QueryError) -> Bool {
        let answers: [Bool] = try each { value in
            switch value.text.lowercased() {
            case "yes", "true": true
            case "no", "false": false
            default: nil
            }
        }
        guard answers.count == 1 else { throw error("\(key.rawValue) takes one value", "write yes or no") }
        return answers[0]
    }

    // MARK: - text

    func patterns(without prefix: String = "") throws(QueryError) -> [TextPattern] {
        try each(takesParts: true) { Self.pattern($0, without: prefix) }
    }

    static func pattern(_ value: QueryValue, without prefix: String = "") -> TextPattern? {
        let text = !prefix.isEmpty && value.text.hasPrefix(prefix) ? String(value.text.dropFirst()) : value.text
        if text.isEmpty { return nil }
        let pieces =
            value.isQuoted ? [text] : text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        return TextPattern(value.isPart ? [""] + pieces + [""] : pieces)
    }

    /// A `*` stays where it is; what is between is normalised as a domain's name.
    func domains() throws(QueryError) -> [TextPattern] {
        try each(takesParts: true) { value in
            let name = DomainName.normalized(value.text)
            guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "/" || $0 == "@" }) else {
                return nil
            }
            return Self.pattern(QueryValue(text: name, isQuoted: value.isQuoted, isPart: value.isPart))
        }
    }

    // MARK: - numbers and moments

    func counts() throws(QueryError) -> [Bounds<Int64>] { try each { bounds($0) { Int64($0) } } }

    func sizes() throws(QueryError) -> [Bounds<Int64>] {
        try each { bounds($0) { (try? ByteCount(parsing: $0))?.bytes } }
    }

    /// `5`, `>5`, `>=5`, `<5`, `<=5`, `=5`, `5..9`, `5..`, `..9`.
    private func bounds<Value>(_ value: QueryValue, _ read: (String) -> Value?) -> Bounds<Value>? {
        switch comparison(value) {
        case .range(let low, let high):
            guard let lower = end(low, read), let upper = end(high, read) else { return nil }
            return Bounds(lower: lower.value, upper: upper.value)
        case .one(let sign, let text):
            guard let number = read(text) else { return nil }
            switch sign {
            case .equal: return Bounds(lower: .init(number, isIncluded: true), upper: .init(number, isIncluded: true))
            case .more: return Bounds(lower: .init(number, isIncluded: false))
            case .atLeast: return Bounds(lower: .init(number, isIncluded: true))
            case .less: return Bounds(upper: .init(number, isIncluded: false))
            case .atMost: return Bounds(upper: .init(number, isIncluded: true))
            }
        case nil: return nil
        }
    }

    /// An end of a range; one that is left out is open. Nil for what cannot be read.
    private func end<Value>(_ text: String, _ read: (String) -> Value?) -> Optionally<Bounds<Value>.End>? {
        if text.isEmpty { return Optionally(value: nil) }
        return read(text).map { Optionally(value: .init($0, isIncluded: true)) }
    }

    private struct Optionally<Value> {
        var value: Value?
    }

    func moments() throws(QueryError) -> [Bounds<Instant>] { try each { MomentText.bounds(comparison($0)) } }

    /// Takes a sign or the dots of a range off a value. A quoted value is equal to itself.
    private func comparison(_ value: QueryValue) -> ValueComparison? {
        if value.isQuoted { return .one(.equal, value.text) }
        let text = value.text
        for (sign, comparison) in ValueComparison.signs where text.hasPrefix(sign) {
            return .one(comparison, String(text.dropFirst(sign.count)))
        }
        guard let dots = text.firstRange(of: "..") else { return .one(.equal, text) }
        let (low, high) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
        return low.isEmpty && high.isEmpty ? nil : .range(low, high)
    }
}

/// A value without its sign or dots.
enum ValueComparison {
    case one(Sign, String)
    case range(String, String)

    enum Sign {
        case equal, more, atLeast, less, atMost
    }

    /// The longer ones first.
    static let signs: [(String, Sign)] = [
        (">=", .atLeast), ("<=", .atMost), (">", .more), ("<", .less), ("=", .equal),
    ]
}
