import Model
import Postgres

/// The terms of a query as conditions over `statuses as post` and `accounts as author`; every value is a bind.
///
/// All columns named here are in every release from 4.2 on.
struct PostTerms {
    /// The domains that mean this server's own accounts.
    let own: Set<String>
    let now: UTCTime

    /// Posts that are not about to be removed, for which every term holds.
    ///
    /// A post's id tells the moment it was made or came here, so that a term about its age spares the older ones; a day
    /// is left for clocks that go wrong. Source: Mastodon 4.6.5 `lib/mastodon/snowflake.rb`.
    func condition(_ query: PostQuery) -> Statement {
        var parts: [Statement] = ["post.deleted_at is null"]
        if let latest = query.latest(before: now) {
            let first = Int64(max(0, latest.seconds - 86_400) * 1_000) << 16
            parts.append("post.id >= \(first)")
        }
        parts += query.terms.map { term in term.statement { condition($0) } }
        return .joined(parts, separator: "\n    and ")
    }

    private func condition(_ condition: PostQuery.Condition) -> Statement {
        switch condition {
        case .text(let text, let patterns):
            .any(of: patterns) { (text == .text ? "post.text" : "post.spoiler_text") + " ilike \($0.like())" }
        case .link(let links): .any(of: links, link)
        case .tag(let patterns): tag(patterns)
        case .picture(let hashes):
            """
            exists (
                select 1
                from media_attachments as media
                where media.status_id = post.id and media.blurhash = any(\(hashes)))
            """
        case .language(let languages): "lower(post.language) = any(\(languages))"
        case .visibility(let kinds): "post.visibility = any(\(kinds.map(\.code)))"
        case .account(let patterns): .any(of: patterns, account)
        case .domain(let patterns): domain(patterns)
        case .flag(let flag, let isSet): self.flag(flag) + " = \(isSet)"
        case .moment(let moment, let ranges):
            .any(of: ranges) {
                .within(moment == .created ? "post.created_at" : "author.created_at", $0) { $0.bound(now) }
            }
        case .number(let number, let ranges): .any(of: ranges) { .within(self.number(number), $0) { "\($0)" } }
        }
    }

    private func tag(_ patterns: [TextPattern]) -> Statement {
        let named: Statement = .any(of: patterns) { "lower(tags.name) like \($0.lowercased.like())" }
        return """
            exists (
                select 1
                from statuses_tags as tagging
                join tags on tags.id = tagging.tag_id
                where tagging.status_id = post.id and (\(fragment: named)))
            """
    }

    /// A host is meant with those below it, where an address in the text names it; a text with a slash as it stands.
    private func link(_ link: String) -> Statement {
        if link.contains("/") { return "post.text ilike \(TextPattern(["", link, ""]).like())" }
        let host = link.map { "\\.+*?()[]{}|^$".contains($0) ? "\\\($0)" : "\($0)" }.joined()
        let pattern = "://([^/\\s\"'<>]*[.@])?\(host)([/:?#\\s\"'<]|$)"
        return "post.text ~* \(pattern)"
    }

    /// Leans on the unique index over the lower-case handle, unless a star is in the name.
    private func account(_ pattern: TextPattern) -> Statement {
        guard let exact = pattern.exact?.lowercased() else {
            return
                "lower(author.username) || coalesce('@' || lower(author.domain), '') like \(pattern.lowercased.like())"
        }
        let parts = exact.split(separator: "@", maxSplits: 1).map(String.init)
        let domain = parts.count == 2 && !own.contains(parts[1]) ? parts[1] : ""
        return """
            post.account_id in (
                select id
                from accounts
                where lower(username) = \(parts.first ?? "") and coalesce(lower(domain), '') = \(domain))
            """
    }

    private func domain(_ patterns: [TextPattern]) -> Statement {
        .any(of: patterns) { pattern in
            if let exact = pattern.exact, own.contains(exact) { return "author.domain is null" }
            return "author.domain like \(pattern.lowercased.like())"
        }
    }

    private func flag(_ flag: PostQuery.Flag) -> Statement {
        switch flag {
        case .local: "(author.domain is null)"
        case .sensitive: "post.sensitive"
        case .reply: "(post.in_reply_to_id is not null)"
        case .boost: "(post.reblog_of_id is not null)"
        case .reported:
            """
            exists (select 1 from reports where reports.target_account_id = post.account_id
                and post.id = any(reports.status_ids))
            """
        }
    }

    private func number(_ number: PostQuery.Number) -> Statement {
        switch number {
        case .id: "post.id"
        case .mentions: PostFigures.mentions
        case .media: PostFigures.media
        case .accountPosts:
            "coalesce((select statuses_count from account_stats where account_id = post.account_id), 0)"
        case .accountFollowers:
            "coalesce((select followers_count from account_stats where account_id = post.account_id), 0)"
        }
    }
}

/// Figures of a post that conditions and columns share. Each leans on an index on `status_id`.
enum PostFigures {
    static var mentions: Statement {
        "(select count(*) from mentions where mentions.status_id = post.id and not mentions.silent)"
    }
    static var media: Statement {
        "(select count(*) from media_attachments as media where media.status_id = post.id)"
    }
    static var handle: Statement { "author.username || coalesce('@' || author.domain, '')" }
    static var address: Statement { "coalesce(post.url, post.uri)" }
    /// The word of `PostVisibility`.
    static var visibility: Statement { "(\(PostVisibility.allCases.map(\.rawValue))::text[])[post.visibility + 1]" }
}
