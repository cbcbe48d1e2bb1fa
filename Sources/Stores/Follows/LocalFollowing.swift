import Faults
import Model
import Postgres

/// The account that everybody here is to follow.
package struct FollowTarget: Sendable, Equatable {
    package var account: AccountReference
    /// Approves its followers itself.
    package var isLocked: Bool
    package var isSuspended: Bool
    /// Has moved to another account, and cannot be followed any more.
    package var hasMoved: Bool

    /// Why nobody can follow it, nil when they can.
    package var obstacle: String? {
        if isSuspended { return "\(account.handle) is suspended, so nobody can follow it" }
        if hasMoved { return "\(account.handle) has moved to another account, so nobody can follow it" }
        return nil
    }
}

/// Lets people here follow an account of this server.
///
/// Source: Mastodon 4.6.5 `app/services/follow_service.rb`, `app/models/follow.rb`.
package struct LocalFollowing: Sendable {
    let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    package func target(_ account: AccountReference, over connection: Transaction<some Access>) async throws
        -> FollowTarget
    {
        let found = try await connection.first(
            """
            select locked, not \(fragment: instance.schema.isAvailable()) and id <> -99, moved_to_account_id is not null
            from accounts
            where id = \(account.id)
            """
        ) {
            FollowTarget(account: account, isLocked: try $0[0], isSuspended: try $0[1], hasMoved: try $0[2])
        }
        guard let found else { throw Fault(.noSuch, "\(account.handle) is gone") }
        return found
    }

    /// How many could follow it and do not.
    package func count(_ target: Int64, over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first(
            "select count(*) from accounts as person where \(fragment: mayFollow(target))"
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// The next of them, by id. Walks the index on domain and id.
    package func page(
        _ target: Int64, after: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [AccountReference] {
        try await connection.rows(
            """
            select id, username
            from accounts as person
            where id > \(after)
                and \(fragment: mayFollow(target))
            order by id
            limit \(size)
            """
        ) { AccountReference(id: try $0[0], username: try $0[1], domain: nil) }
    }

    private func mayFollow(_ target: Int64) -> Statement {
        """
        person.domain is null
            and \(fragment: instance.schema.isAvailable("person"))
            and person.id <> \(target)
            and not exists (
                select from follows
                where follows.account_id = person.id and follows.target_account_id = \(target))
            and not exists (
                select from follow_requests
                where follow_requests.account_id = person.id and follow_requests.target_account_id = \(target))
            and not exists (
                select from blocks
                where blocks.account_id = person.id and blocks.target_account_id = \(target))
            and not exists (
                select from blocks
                where blocks.account_id = \(target) and blocks.target_account_id = person.id)
        """
    }

    /// Makes some of them follow it, or ask to where the target is locked or the one who asks is silenced. In a
    /// transaction of the caller's; those who no longer may, or do already, are left out.
    ///
    /// - Returns: how many follow or have asked, and what comes after the commit.
    package func follow(
        _ account: AccountReference, by ids: [Int64], now: UTCTime, over connection: Transaction<ReadWrite>
    ) async throws -> (count: Int, aftermath: Aftermath) {
        let target = try await target(account, over: connection)
        guard target.obstacle == nil else { return (0, Aftermath()) }
        let people = try await connection.rows(
            """
            select
                id,
                silenced_at is not null,
                not exists (select from follows where follows.account_id = person.id)
            from accounts as person
            where id = any(\(ids))
                and \(fragment: mayFollow(account.id))
            order by id
            """
        ) { Person(id: try $0[0], isSilenced: try $0[1], followsNobody: try $0[2]) }
        let asking = people.filter { target.isLocked || $0.isSilenced }
        let following = people.filter { !(target.isLocked || $0.isSilenced) }
        let requests = try await insert(asking, into: "follow_requests", account.id, over: connection)
        let follows = try await insert(following, into: "follows", account.id, over: connection)
        try await connection.accountCounters.add(
            following: Dictionary(follows.map { ($0.by, 1) }, uniquingKeysWith: { first, _ in first }),
            followers: [account.id: Int64(follows.count)])
        let lists = try await lists(of: follows.map(\.by), holding: account.id, over: connection)

        var aftermath = Aftermath()
        let made = Set((requests + follows).map(\.by))
        mark(people.filter { made.contains($0.id) }, now, in: &aftermath)
        let keys = RelationshipKeys(instance.schema.release)
        for by in made.sorted() {
            keys.pair(by, account.id).forEach { aftermath.forget($0) }
            aftermath.forget(RelationshipKeys.recommendations(for: by))
        }
        for request in requests {
            aftermath.push(
                .localNotification, .integer(account.id), .integer(request.id), "FollowRequest", "follow_request")
        }
        let feeds = FollowStore(instance)
        for follow in follows {
            aftermath.push(.localNotification, .integer(account.id), .integer(follow.id), "Follow", "follow")
            for job in feeds.feedJobs(.merge, from: account.id, into: follow.by, lists[follow.by] ?? []) {
                aftermath.push(job)
            }
        }
        return (made.count, aftermath)
    }

    /// Counts the day's interactions, and says of homes that were empty that they are being filled.
    ///
    /// Source: Mastodon 4.6.5 `app/lib/activity_tracker.rb` (kept for six months of Rails' own length),
    /// `app/models/async_refresh.rb`; 4.3.23 `app/services/follow_service.rb`.
    private func mark(_ people: [Person], _ now: UTCTime, in aftermath: inout Aftermath) {
        guard !people.isEmpty else { return }
        let day = Int64((now.seconds / 86_400).rounded(.down)) * 86_400
        aftermath.change(.count("activity:interactions:\(day)", by: people.count, seconds: 15_778_476))
        let isOld = instance.schema.release.map { $0 < .v4_4 } ?? false
        for person in people where person.followsNobody {
            let key = "account:\(person.id):regeneration"
            aftermath.change(
                isOld
                    ? .claim(key, "true", seconds: 86_400)
                    : .note(key, field: "status", "running", seconds: 86_400))
        }
    }

    private func insert(
        _ people: [Person], into table: String, _ target: Int64, over connection: Transaction<ReadWrite>
    ) async throws -> [Made] {
        guard !people.isEmpty else { return [] }
        let root = instance.root
        let addresses = people.map { _ in "\(root)/\(RandomUUID.make())" }
        return try await connection.rows(
            """
            insert into \(identifier: table) (account_id, target_account_id, uri, created_at, updated_at)
            select person.id, \(target), person.uri, now() at time zone 'utc', now() at time zone 'utc'
            from unnest(\(people.map(\.id)), \(addresses)) as person (id, uri)
            order by person.id
            on conflict (account_id, target_account_id) do nothing
            returning id, account_id
            """
        ) { Made(id: try $0[0], by: try $0[1]) }
    }

    /// The lists of these people in which the account stands already.
    private func lists(
        of people: [Int64], holding account: Int64, over connection: Transaction<some Access>
    ) async throws -> [Int64: [Int64]] {
        guard !people.isEmpty else { return [:] }
        let pairs = try await connection.rows(
            """
            select lists.account_id, lists.id
            from list_accounts
            join lists on lists.id = list_accounts.list_id
            where list_accounts.account_id = \(account)
                and lists.account_id = any(\(people))
            order by lists.id
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self)) }
        return pairs.reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
    }

    private struct Person: Sendable {
        var id: Int64
        var isSilenced: Bool
        var followsNobody: Bool
    }

    /// A row made, and by whom.
    private struct Made: Sendable {
        var id: Int64
        var by: Int64
    }
}
