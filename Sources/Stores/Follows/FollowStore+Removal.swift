import Model
import Postgres

extension FollowStore {
    /// Ends follows as the server does when one end asks for it: the row with its notification, its list entries and
    /// the endorsement, both counts, what is cached, the feed, and the news to the other server.
    ///
    /// Source: Mastodon 4.6.5 `app/services/unfollow_service.rb` and `app/models/follow.rb`. In a transaction of the
    /// caller's. Follows that are gone already are left out.
    ///
    /// - Returns: how many ended, and what comes after the commit.
    package func end(
        _ ids: [Int64], over connection: Transaction<ReadWrite>
    ) async throws -> (count: Int, aftermath: Aftermath) {
        let follows = try await locked(ids, over: connection)
        guard !follows.isEmpty else { return (0, Aftermath()) }
        let lists = try await lists(of: follows, over: connection)
        let found = follows.map(\.id)
        _ = try await connection.execute("delete from follows where id = any(\(found))")
        _ = try await connection.execute(
            """
            delete from account_pins
            using unnest(\(follows.map(\.follower.id)), \(follows.map(\.followed.id))) as pair (follower, followed)
            where account_pins.account_id = pair.follower
                and account_pins.target_account_id = pair.followed
            """)
        try await NotificationRemoval(schema: instance.schema).remove("Follow", found, over: connection)
        try await connection.accountCounters.add(
            following: Self.losses(follows.map(\.follower.id)), followers: Self.losses(follows.map(\.followed.id)))
        return (follows.count, aftermath(of: follows, lists))
    }

    private static func losses(_ ids: [Int64]) -> [Int64: Int64] {
        ids.reduce(into: [:]) { $0[$1, default: 0] -= 1 }
    }

    private func aftermath(of follows: [LockedFollow], _ lists: [Int64: [Int64]]) -> Aftermath {
        var aftermath = Aftermath()
        let keys = RelationshipKeys(instance.schema.release)
        for follow in follows {
            let (follower, followed) = (follow.follower, follow.followed)
            keys.pair(follower.id, followed.id).forEach { aftermath.forget($0) }
            aftermath.forget(RelationshipKeys.recommendations(for: follower.id))
            if !(follower.isLocal && followed.isLocal),
                let digest = RelationshipKeys.followers(
                    of: followed.id, on: follower.isLocal ? nil : follower.name.uri)
            {
                aftermath.forget(digest)
            }
            let ending = FollowEnding(
                id: follow.id, uri: follow.uri, follower: follower.name, followed: followed.name)
            if followed.isLocal, !follower.isLocal, follower.speaksActivityPub {
                aftermath.push(
                    .delivery, .string(ending.rejection.text), .integer(followed.id), .string(follower.inbox))
            } else if !followed.isLocal, followed.speaksActivityPub {
                aftermath.push(
                    .delivery, .string(ending.undoing.text), .integer(follower.id), .string(followed.inbox))
            }
            for job in feedJobs(.unmerge, from: followed.id, into: follower.id, lists[follow.id] ?? []) {
                aftermath.push(job)
            }
        }
        return aftermath
    }

    /// What puts posts into the feeds of somebody, or takes them out: that of their home and, since 4.4, those of lists.
    func feedJobs(
        _ worker: SidekiqWorker, from account: Int64, into owner: Int64, _ lists: [Int64]
    ) -> [SidekiqJob] {
        if instance.schema.release.map({ $0 < .v4_4 }) ?? false {
            return [SidekiqJob(worker, [.integer(account), .integer(owner)])]
        }
        return [SidekiqJob(worker, [.integer(account), .integer(owner), "home"])]
            + lists.map { SidekiqJob(worker, [.integer(account), .integer($0), "list"]) }
    }

    /// The lists of each follower in which the followed one is.
    private func lists(
        of follows: [LockedFollow], over connection: Transaction<some Access>
    ) async throws -> [Int64: [Int64]] {
        let pairs = try await connection.rows(
            """
            select pair.id, lists.id
            from unnest(\(follows.map(\.id)), \(follows.map(\.follower.id)), \(follows.map(\.followed.id)))
                as pair (id, follower, followed)
            join lists on lists.account_id = pair.follower
            join list_accounts on list_accounts.list_id = lists.id and list_accounts.account_id = pair.followed
            order by lists.id
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self)) }
        return pairs.reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
    }

    private func locked(
        _ ids: [Int64], over connection: Transaction<ReadWrite>
    ) async throws -> [LockedFollow] {
        func party(_ name: Statement) -> Statement {
            """
            \(fragment: name).id, \(fragment: name).username, \(fragment: name).domain is null, \(fragment: name).uri,
                \(fragment: name).numeric, \(fragment: name).protocol = 1, \(fragment: name).inbox_url
            """
        }
        func accounts(_ name: Statement, _ column: Statement) -> Statement {
            """
            join lateral (
                select account.*, \(fragment: instance.isNumeric) as numeric
                from accounts as account
                where account.id = \(fragment: column)) as \(fragment: name) on true
            """
        }
        let instance = instance
        return try await connection.rows(
            """
            select follows.id, follows.uri, \(fragment: party("follower")), \(fragment: party("followed"))
            from follows
            \(fragment: accounts("follower", "follows.account_id"))
            \(fragment: accounts("followed", "follows.target_account_id"))
            where follows.id = any(\(ids))
            order by follows.id
            for update of follows
            """
        ) { row in
            LockedFollow(
                id: try row[0], uri: try row[1], follower: try Party(row, from: 2, of: instance),
                followed: try Party(row, from: 9, of: instance))
        }
    }
}

private struct LockedFollow: Sendable {
    var id: Int64
    var uri: String?
    var follower: Party
    var followed: Party
}

/// One end of a follow.
private struct Party: Sendable {
    var id: Int64
    var isLocal: Bool
    var name: ActorName
    var speaksActivityPub: Bool
    var inbox: String

    init(_ row: borrowing Row, from column: Int, of instance: Instance) throws {
        id = try row[column]
        isLocal = try row[column + 2]
        name =
            isLocal
            ? instance.actor(id, username: try row[column + 1], isNumeric: try row[column + 4])
            : ActorName(uri: try row[column + 3])
        speaksActivityPub = try row[column + 5]
        inbox = try row[column + 6]
    }
}
