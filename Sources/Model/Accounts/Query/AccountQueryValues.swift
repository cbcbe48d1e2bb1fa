/// Gives the values of one term their meaning.
struct AccountQueryValues {
    let key: AccountQueryKey
    /// Makes the error that names the term.
    let error: (_ message: String, _ help: String?) -> AccountQueryError

    init(_ key: AccountQueryKey, error: @escaping (_ message: String, _ help: String?) -> AccountQueryError) {
        self.key = key
        self.error = error
    }

    func condition(_ values: [AccountQueryValue]) throws(AccountQueryError) -> AccountFilter.Condition {
        switch key {
        case .origin: .origin(try each(values) { AccountFilter.Origin(rawValue: $0.text.lowercased()) })
        case .status: .status(try each(values) { AccountStatus(rawValue: $0.text.lowercased()) })
        case .domain: .domain(try each(values) { domain($0) })
        case .emailDomain: .emailDomain(try each(values) { domain($0) })
        case .role: .role(try each(values, role))
        case .username: .username(try each(values) { pattern($0, without: "@") })
        case .displayName: .displayName(try each(values) { pattern($0) })
        case .email: .email(try each(values) { pattern($0) })
        case .ip: .ip(try each(values) { IPNetwork($0.text)?.description })
        case .created: .moment(.created, try each(values, moment))
        case .lastActive: try momentOrNever(.lastActive, values)
        case .lastPost: try momentOrNever(.lastPost, values)
        case .posts: .number(.posts, try each(values, count))
        case .followers: .number(.followers, try each(values, count))
        case .following: .number(.following, try each(values, count))
        case .reports: .number(.reports, try each(values, count))
        case .strikes: .number(.strikes, try each(values, count))
        case .id: .number(.id, try each(values, count))
        case .storage: .number(.storage, try each(values, size))
        case .bot: .flag(.bot, try flag(values))
        case .locked: .flag(.locked, try flag(values))
        }
    }

    private func each<Value>(
        _ values: [AccountQueryValue], _ read: (AccountQueryValue) -> Value?
    ) throws(AccountQueryError) -> [Value] {
        var result: [Value] = []
        result.reserveCapacity(values.count)
        for value in values {
            guard let meaning = read(value), !value.text.utf8.contains(0) else { throw refusal(value) }
            result.append(meaning)
        }
        return result
    }

    private func refusal(_ value: AccountQueryValue) -> AccountQueryError {
        error(
            "'\(value.text.utf8.count > 40 ? "that" : value.text)' is no value of \(key.rawValue)",
            "\(key.rawValue) takes \(key.form)")
    }

    private func flag(_ values: [AccountQueryValue]) throws(AccountQueryError) -> Bool {
        let answers: [Bool] = try each(values) { value in
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

    private func pattern(_ value: AccountQueryValue, without prefix: String = "") -> TextPattern? {
        let text = !prefix.isEmpty && value.text.hasPrefix(prefix) ? String(value.text.dropFirst()) : value.text
        if text.isEmpty { return nil }
        if value.isQuoted { return TextPattern(exactly: text) }
        return TextPattern(text.split(separator: "*", omittingEmptySubsequences: false).map(String.init))
    }

    /// A `*` stays where it is; what is between is normalised as a domain's name.
    private func domain(_ value: AccountQueryValue) -> TextPattern? {
        let name = DomainName.normalized(value.text)
        guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "/" || $0 == "@" }) else { return nil }
        return pattern(AccountQueryValue(text: name, isQuoted: value.isQuoted))
    }

    private func role(_ value: AccountQueryValue) -> AccountFilter.RolePattern? {
        if !value.isQuoted, value.text.lowercased() == "none" { return AccountFilter.RolePattern.none }
        if !value.isQuoted, let id = Int64(value.text) { return .id(id) }
        return pattern(value).map { .name($0) }
    }

    // MARK: - numbers and moments

    private func count(_ value: AccountQueryValue) -> Bounds<Int64>? {
        bounds(value) { Int64($0) }.map { bounds in
            Bounds(
                lower: bounds.lower.map { .init($0.value, isIncluded: $0.isIncluded) },
                upper: bounds.upper.map { .init($0.value, isIncluded: $0.isIncluded) })
        }
    }

    private func size(_ value: AccountQueryValue) -> Bounds<Int64>? {
        bounds(value) { (try? ByteCount(parsing: $0))?.bytes }
    }

    /// `5`, `>5`, `>=5`, `<5`, `<=5`, `=5`, `5..9`, `5..`, `..9`.
    private func bounds<Value>(_ value: AccountQueryValue, _ read: (String) -> Value?) -> Bounds<Value>? {
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

    private func momentOrNever(
        _ moment: AccountFilter.Moment, _ values: [AccountQueryValue]
    ) throws(AccountQueryError) -> AccountFilter.Condition {
        let isNever = values.map { !$0.isQuoted && $0.text.lowercased() == "never" }
        if isNever == [true] { return .never(moment) }
        guard !isNever.contains(true) else {
            throw error("never stands beside another value", "write never in a term of its own")
        }
        return .moment(moment, try each(values, self.moment))
    }

    private func moment(_ value: AccountQueryValue) -> Bounds<AccountFilter.Instant>? {
        MomentText.bounds(comparison(value))
    }

    /// Takes a sign or the dots of a range off a value. A quoted value is equal to itself.
    private func comparison(_ value: AccountQueryValue) -> ValueComparison? {
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
