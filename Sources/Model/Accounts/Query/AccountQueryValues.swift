/// Gives the values of a term over accounts their meaning.
extension QueryTerm where Key == AccountQueryKey {
    func accountCondition() throws(QueryError) -> AccountFilter.Condition {
        switch key {
        case .origin: .origin(try each { AccountFilter.Origin(rawValue: $0.text.lowercased()) })
        case .status: .status(try each { AccountStatus(rawValue: $0.text.lowercased()) })
        case .domain: .domain(try domains())
        case .emailDomain: .emailDomain(try domains())
        case .role: .role(try each(takesParts: true, Self.role))
        case .username: .username(try patterns(without: "@"))
        case .displayName: .displayName(try patterns())
        case .email: .email(try patterns())
        case .ip: .ip(try each { IPNetwork($0.text)?.description })
        case .created: .moment(.created, try moments())
        case .lastActive: try momentOrNever(.lastActive)
        case .lastPost: try momentOrNever(.lastPost)
        case .posts: .number(.posts, try counts())
        case .followers: .number(.followers, try counts())
        case .following: .number(.following, try counts())
        case .reports: .number(.reports, try counts())
        case .strikes: .number(.strikes, try counts())
        case .id: .number(.id, try counts())
        case .storage: .number(.storage, try sizes())
        case .bot: .flag(.bot, try flag())
        case .locked: .flag(.locked, try flag())
        }
    }

    private static func role(_ value: QueryValue) -> AccountFilter.RolePattern? {
        if !value.isQuoted, !value.isPart, value.text.lowercased() == "none" { return AccountFilter.RolePattern.none }
        if !value.isQuoted, !value.isPart, let id = Int64(value.text) { return .id(id) }
        return pattern(value).map { .name($0) }
    }

    private func momentOrNever(
        _ moment: AccountFilter.Moment
    ) throws(QueryError) -> AccountFilter.Condition {
        let isNever = values.map { !$0.isQuoted && $0.text.lowercased() == "never" }
        if isNever == [true] { return .never(moment) }
        guard !isNever.contains(true) else {
            throw error("never stands beside another value", "write never in a term of its own")
        }
        return .moment(moment, try moments())
    }
}
