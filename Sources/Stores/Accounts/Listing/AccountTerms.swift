import Model
import Postgres

/// The terms of a filter as conditions over `accounts`, `users` and `account_stats`; every value is a bind.
///
/// All columns named here are in every release from 4.2 on, but for who deleted an account.
struct AccountTerms {
    /// The domains that mean this server's own accounts.
    let own: Set<String>
    let schema: LiveSchema
    let now: UTCTime

    /// ` and …` for every term.
    func condition(_ filter: AccountFilter) -> Statement {
        filter.terms.reduce("") { whole, term in
            whole + "\n    and " + term.statement { condition($0) }
        }
    }

    private func condition(_ condition: AccountFilter.Condition) -> Statement {
        switch condition {
        case .origin(let origins):
            .any(of: origins) { $0 == .local ? "accounts.domain is null" : "accounts.domain is not null" }
        case .domain(let patterns): domain(patterns)
        case .status(let statuses): .any(of: statuses, status)
        case .role(let roles): .any(of: roles, role)
        case .username(let patterns): text("lower(accounts.username)", patterns)
        case .displayName(let patterns):
            .any(of: patterns) { "accounts.display_name ilike \($0.like(before: "%", behind: "%"))" }
        case .email(let patterns): text("users.email", patterns)
        case .emailDomain(let patterns): .any(of: patterns) { "users.email like \($0.lowercased.like(before: "%@"))" }
        case .ip(let networks): address(networks)
        case .moment(let moment, let ranges): .any(of: ranges) { .within(expression(moment), $0) { $0.bound(now) } }
        case .never(let moment): expression(moment) + " is null"
        case .number(let number, let ranges): .any(of: ranges) { .within(expression(number), $0) { "\($0)" } }
        case .flag(.bot, let isSet):
            "coalesce(accounts.actor_type in ('Application', 'Service'), false) = \(isSet)"
        case .flag(.locked, let isSet): "accounts.locked = \(isSet)"
        }
    }

    // MARK: - text

    /// Whole texts in one array, so that an index can find them; patterns one by one.
    private func text(_ column: Statement, _ patterns: [TextPattern]) -> Statement {
        let exact = patterns.compactMap { $0.lowercased.exact }
        var parts = patterns.filter { $0.exact == nil }.map { column + " like \($0.lowercased.like())" }
        if !exact.isEmpty { parts.append(column + " = any(\(exact))") }
        return .joined(parts, separator: " or ")
    }

    /// Leans on `index_accounts_on_domain_and_id` where no star is in the name.
    private func domain(_ patterns: [TextPattern]) -> Statement {
        let foreign = patterns.filter { !($0.exact.map(own.contains) ?? false) }
        var parts: [Statement] = foreign.isEmpty ? [] : [text("accounts.domain", foreign)]
        if foreign.count < patterns.count { parts.append("accounts.domain is null") }
        return .joined(parts, separator: " or ")
    }

    private func role(_ role: AccountFilter.RolePattern) -> Statement {
        switch role {
        // The role of everybody has the id -99, and most rows name none.
        case .none, .id(-99): "users.id is not null and coalesce(users.role_id, -99) = -99"
        case .id(let id): "users.role_id = \(id)"
        case .name(let pattern):
            """
            users.role_id in (
                select id
                from user_roles
                where \(fragment: text("lower(name)", [pattern]))
                    and id <> -99)
            """
        }
    }

    /// Where a user signed up, holds a session or signed in with success, as the view `user_ips` has it, but without
    /// grouping all of them first.
    private func address(_ networks: [String]) -> Statement {
        let wanted: Statement = "any(\(networks)::inet[])"
        return """
            users.id in (
                select id from users where sign_up_ip <<= \(fragment: wanted)
                union all
                select user_id from session_activations where ip <<= \(fragment: wanted)
                union all
                select user_id from login_activities where success and ip <<= \(fragment: wanted))
            """
    }

    // MARK: - states

    private func status(_ status: AccountStatus) -> Statement {
        switch status {
        case .pending: "not users.approved"
        case .active: schema.isAvailable()
        case .disabled: "users.disabled and " + schema.isAvailable()
        case .deleted: schema.isDeleted()
        case .silenced: "accounts.silenced_at is not null"
        case .suspended: "accounts.suspended_at is not null"
        case .sensitized: "accounts.sensitized_at is not null"
        case .memorial: "accounts.memorial"
        case .moved: "accounts.moved_to_account_id is not null"
        case .unconfirmed: "users.id is not null and users.confirmed_at is null"
        }
    }

    // MARK: - ranges

    private func expression(_ moment: AccountFilter.Moment) -> Statement {
        switch moment {
        case .created: "accounts.created_at"
        case .lastActive: AccountFigures.lastActive
        case .lastPost: "account_stats.last_status_at"
        }
    }

    private func expression(_ number: AccountFilter.Number) -> Statement {
        switch number {
        case .id: "accounts.id"
        case .posts: AccountFigures.posts
        case .followers: AccountFigures.followers
        case .following: AccountFigures.following
        case .reports: "(select count(*) from reports where reports.target_account_id = accounts.id)"
        case .strikes:
            "(select count(*) from account_warnings where account_warnings.target_account_id = accounts.id)"
        case .storage: AccountFigures.storage
        }
    }
}

/// Figures of an account that conditions and sorting share.
enum AccountFigures {
    static var posts: Statement { "coalesce(account_stats.statuses_count, 0)" }
    static var followers: Statement { "coalesce(account_stats.followers_count, 0)" }
    static var following: Statement { "coalesce(account_stats.following_count, 0)" }

    /// The last sign-in or post that is known of; null for who never did either.
    static var lastActive: Statement { "greatest(users.current_sign_in_at, account_stats.last_status_at)" }

    /// Bytes of attachments with their thumbnails, avatar and header: what `media usage --by account` counts. Leans on
    /// `index_media_attachments_on_account_id_and_status_id`.
    static var storage: Statement {
        """
        least(
            coalesce(accounts.avatar_file_size, 0)::numeric + coalesce(accounts.header_file_size, 0)::numeric
            + coalesce((
                select sum(coalesce(file_file_size, 0)::numeric + coalesce(thumbnail_file_size, 0)::numeric)
                from media_attachments
                where media_attachments.account_id = accounts.id), 0),
            9223372036854775807)::bigint
        """
    }
}

extension TextPattern {
    var lowercased: TextPattern { TextPattern(pieces.map { $0.lowercased() }) }

    /// For `like`: stars become per cent signs, and what `like` takes for its own is escaped.
    func like(before: String = "", behind: String = "") -> String {
        before + pieces.map(Self.escaped).joined(separator: "%") + behind
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            if character == "%" || character == "_" || character == "\\" { result.append("\\") }
            result.unicodeScalars.append(character)
        }
        return result
    }
}
