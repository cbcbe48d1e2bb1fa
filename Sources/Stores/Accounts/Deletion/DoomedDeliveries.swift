import Crypto
import Faults
import Model
import Postgres

/// What other servers are told of a deletion: jobs, delivered by the server's own workers.
///
/// Source: Mastodon 4.6.5 `app/services/delete_account_service.rb` (`distribute_activities!`), `app/models/account.rb`
/// (`inboxes`), `app/lib/delivery_failure_tracker.rb` (`without_unavailable`); the same since 4.2.
extension DoomedAccounts {
    /// Inboxes that learn of the end of an account of this server: first those of followers and relays, then every
    /// other one that is known here.
    package struct Inboxes: Sendable, Equatable {
        package var near: [String]
        package var far: [String]
    }

    /// - Parameter account: a local one.
    package func inboxes(of account: DoomedAccount, over connection: Transaction<some Access>) async throws -> Inboxes {
        let dead = Set(
            try await connection.rows("select domain from unavailable_domains") { try $0.value(0, as: String.self) })
        func living(_ urls: [String]) -> [String] { urls.filter { !$0.isEmpty && !dead.contains(Self.host(of: $0)) } }
        let followers = try await connection.rows(
            """
            select distinct \(fragment: Self.inbox)
            from accounts
            join follows on follows.account_id = accounts.id
            where follows.target_account_id = \(account.id)
                and accounts.protocol = 1
            order by 1
            """
        ) { try $0.value(0, as: String.self) }
        // A relay that has accepted us is state 2.
        let relays = try await connection.rows("select inbox_url from relays where state = 2 order by id") {
            try $0.value(0, as: String.self)
        }
        let all = try await connection.rows(
            """
            select distinct \(fragment: Self.inbox)
            from accounts
            where protocol = 1
            order by 1
            """
        ) { try $0.value(0, as: String.self) }
        let near = living(followers) + relays
        let told = Set(near)
        return Inboxes(near: near, far: living(all).filter { !told.contains($0) })
    }

    private static let inbox: Statement = "coalesce(nullif(accounts.shared_inbox_url, ''), accounts.inbox_url)"

    /// The host in an address, lower case.
    static func host(of url: String) -> String {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        return host.prefix { $0 != ":" }.lowercased()
    }

    /// The signed news that a local account is gone.
    ///
    /// - Throws: `Fault(.badData)` when the account's key does not sign.
    package func farewell(
        of account: DoomedAccount, at time: UTCTime, over connection: Transaction<some Access>
    ) async throws -> String {
        let signing = try await LocalKeys(instance).signing(of: account.id, over: connection)
        guard let signing, let key = RSAKey(privatePEM: signing.privateKey) else {
            throw Fault(
                .badData, "\(account.handle) has no key to sign with, so other servers cannot be told of its end",
                help: "make one with `mastoctl accounts rotate \(account.username)`")
        }
        let activity = DeleteActivity(of: account.name)
        let created = time.description
        let creator = account.name.uri + signing.fragment
        let options = LinkedDataSignature.options(creator: creator, created: created)
        let message = Digest.sha256Digits(options) + Digest.sha256Digits(activity.quads)
        guard let value = key.signature(of: Array(message.utf8)) else {
            throw Fault(.badData, "the key of \(account.handle) does not sign")
        }
        let signature = LinkedDataSignature(creator: creator, created: created, value: Base64.text(value))
        return activity.json(signed: signature).text
    }

    /// The news of follows between a remote account and others that end, a page of them in order of id.
    ///
    /// - Parameter isFollower: those in which the account follows, or those in which it is followed.
    package func endings(
        of account: DoomedAccount, isFollower: Bool, after id: Int64, over connection: Transaction<some Access>
    ) async throws -> (jobs: [SidekiqJob], last: Int64?) {
        let (mine, theirs): (Statement, Statement) =
            isFollower ? ("account_id", "target_account_id") : ("target_account_id", "account_id")
        let rows = try await connection.rows(
            """
            select id, uri, \(fragment: theirs)
            from follows
            where \(fragment: mine) = \(account.id)
                and id > \(id)
            order by id
            limit \(Self.batch)
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: String?.self), try $0.value(2, as: Int64.self)) }
        let others = try await DoomedAccount.find(Set(rows.map(\.2)).sorted(), in: instance, over: connection)
        let names = Dictionary(others.map { ($0.id, $0.name) }) { $1 }
        let jobs = rows.compactMap { id, uri, other -> SidekiqJob? in
            guard let name = names[other] else { return nil }
            let ending = FollowEnding(
                id: id, uri: uri, follower: isFollower ? account.name : name,
                followed: isFollower ? name : account.name)
            let activity = isFollower ? ending.rejection : ending.undoing
            return SidekiqJob(.delivery, [.string(activity.text), .integer(other), .string(account.inbox)])
        }
        return (jobs, rows.last?.0)
    }
}
