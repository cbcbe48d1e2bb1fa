import Model
import Postgres

/// Deletes posts or marks them as sensitive, as the server's own moderation does: rows, strikes, reports, its audit log,
/// and what follows them. The server's workers take the posts out of feeds, away from other servers, and delete them.
///
/// Source: Mastodon 4.6.5 `app/models/admin/{moderation_action,status_batch_action}.rb`; up to 4.5 no report is made for
/// posts that nobody reported.
package struct PostChange: Sendable {
    package var action: PostAction
    package var moderator: AccountReference
    /// The words, the report it answers, and whether owners are told.
    package var strike: Strike
    /// The kind of a report that is made (`reports.category`).
    package var category: Int
    package var instance: Instance

    package init(
        _ action: PostAction, by moderator: AccountReference, _ strike: Strike, category: Int, on instance: Instance
    ) {
        self.action = action
        self.moderator = moderator
        self.strike = strike
        self.category = category
        self.instance = instance
    }

    /// What an earlier part of the same change has noted against an account.
    package struct Noted: Sendable, Equatable {
        var strike: Int64
        var report: Int64?
    }

    /// Changes the rows of posts that nothing stands against, whose rows the caller holds.
    ///
    /// - Parameter noted: by account; a later part of the change adds its posts to the same strike.
    /// - Returns: what is noted now, and what follows.
    func carryOut(
        on posts: [PostStanding], noted: [Int64: Noted], over connection: Transaction<ReadWrite>
    ) async throws -> (noted: [Int64: Noted], aftermath: Aftermath) {
        if posts.isEmpty { return (noted, Aftermath()) }
        var (aftermath, noted) = (Aftermath(), noted)
        if action == .delete {
            try await discard(posts, &aftermath, over: connection)
        } else {
            try await hide(posts, &aftermath, over: connection)
        }
        let targets = posts.map {
            AuditTarget("Status", id: $0.id, name: $0.account.handle, permalink: $0.uri.isEmpty ? nil : $0.uri)
        }
        try await connection.auditLog.record(action.logged, targets, by: moderator.id)
        let byAccount = Dictionary(grouping: posts) { $0.account.id }
        for (account, posts) in byAccount.sorted(by: { $0.key < $1.key }) {
            noted[account] = try await note(posts, noted[account], &aftermath, over: connection)
        }
        let ids = posts.map(\.id)
        aftermath.reindex(posts: ids, on: instance)
        for post in posts where post.account.isLocal {
            aftermath.push(.webhook, "status.updated", "Status", .integer(post.id))
        }
        if action == .delete {
            for post in posts {
                let isLocal = post.account.isLocal
                let options: [JSONValue.Member] = [
                    .init("preserve", .boolean(isLocal)), .init("immediate", .boolean(!isLocal)),
                ]
                aftermath.push(.removal, .integer(post.id), .object(options))
            }
        }
        return (noted, aftermath)
    }

    /// Nobody sees them and their boosts from now on; a remote one is not fetched again.
    private func discard(
        _ posts: [PostStanding], _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws {
        try await DiscardedPosts.discard(posts.map(\.id), over: connection)
        let remote = posts.filter { !$0.account.isLocal && !$0.uri.isEmpty }
        try await connection.execute(
            """
            insert into tombstones (account_id, uri, by_moderator, created_at, updated_at)
            select gone.account_id, gone.uri, true, \(fragment: .present), \(fragment: .present)
            from unnest(\(remote.map(\.account.id)), \(remote.map(\.uri))) as gone (account_id, uri)
            where not exists (
                select 1
                from tombstones
                where tombstones.uri = gone.uri and tombstones.account_id = gone.account_id and by_moderator)
            """)
    }

    // MARK: - strikes and reports

    /// One strike an account, whatever the number of its posts.
    private func note(
        _ posts: [PostStanding], _ noted: Noted?, _ aftermath: inout Aftermath,
        over connection: Transaction<ReadWrite>
    ) async throws -> Noted {
        let ids = posts.map(\.id)
        let account = posts[0].account
        if let noted {
            try await connection.execute(
                """
                update account_warnings
                set status_ids = status_ids || \(ids.map { "\($0)" })::varchar[]
                where id = \(noted.strike)
                """)
            if strike.report == nil, let report = noted.report {
                try await connection.execute(
                    "update reports set status_ids = status_ids || \(ids) where id = \(report)")
            }
            return noted
        }
        let report = try await report(about: account, ids, &aftermath, over: connection)
        let row = try await connection.first(
            """
            insert into account_warnings (account_id, target_account_id, action, text, report_id, status_ids,
                created_at, updated_at)
            values (\(moderator.id), \(account.id), \(action.strike), \(strike.text), \(report),
                \(ids.map { "\($0)" })::varchar[], \(fragment: .present), \(fragment: .present))
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        let number = row ?? 0
        if strike.notifies, account.isLocal {
            aftermath.tell(account.id, user: posts[0].user, of: number, on: instance)
        }
        return Noted(strike: number, report: report)
    }

    /// The report that is answered, resolved. Since 4.6 there always is one: the moderator's own where nobody reported.
    private func report(
        about account: AccountReference, _ posts: [Int64], _ aftermath: inout Aftermath,
        over connection: Transaction<ReadWrite>
    ) async throws -> Int64? {
        var answered = strike.report
        if let report = answered {
            try await connection.execute(
                """
                update reports
                set action_taken_at = \(fragment: .present), action_taken_by_account_id = \(moderator.id),
                    updated_at = \(fragment: .present)
                where id = \(report)
                """)
        } else if instance.schema.has(table: "collection_reports") {
            answered = try await connection.first(
                """
                insert into reports (account_id, target_account_id, status_ids, comment, category, uri, forwarded,
                    action_taken_at, action_taken_by_account_id, created_at, updated_at)
                values (\(moderator.id), \(account.id), \(posts), '', \(category),
                    \("\(instance.root)/\(RandomUUID.make())"), null, \(fragment: .present), \(moderator.id),
                    \(fragment: .present), \(fragment: .present))
                returning id
                """
            ) { try $0.value(0, as: Int64.self) }
            if let answered { aftermath.push(.webhook, "report.created", "Report", .integer(answered)) }
        }
        guard let answered else { return nil }
        aftermath.push(.webhook, "report.updated", "Report", .integer(answered))
        try await connection.auditLog.record(
            "resolve", .init("Report", id: answered, name: "\(answered)"), by: moderator.id)
        return answered
    }
}
