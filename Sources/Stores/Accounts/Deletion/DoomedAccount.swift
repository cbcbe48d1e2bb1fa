import Model
import Postgres

/// An account on its way out, and what its deletion needs to know of it.
package struct DoomedAccount: Sendable {
    package let id: Int64
    package let username: String
    /// Nil for an account of this server.
    package let domain: String?
    package let name: ActorName
    /// Where its own server takes documents for it; empty when unknown.
    package let inbox: String
    package let speaksActivityPub: Bool
    package let user: Int64?
    /// Whether its user has confirmed no address yet or waits for approval.
    package let isNewcomer: Bool
    /// Whether it wants to be found by others.
    package let isDiscoverable: Bool

    package var isLocal: Bool { domain == nil }
    package var handle: String { domain.map { "\(username)@\($0)" } ?? username }

    /// Those of the accounts that still are there, in order of id. Probes the primary key.
    package static func find(
        _ ids: [Int64], in instance: Instance, over connection: Transaction<some Access>
    ) async throws -> [DoomedAccount] {
        let isNumeric: Statement =
            instance.schema.has(column: "id_scheme", in: "accounts") ? "coalesce(accounts.id_scheme, 0) = 1" : "false"
        return try await connection.rows(
            """
            select
                accounts.id, accounts.username, accounts.domain, coalesce(accounts.uri, ''), accounts.inbox_url,
                accounts.protocol = 1, users.id,
                coalesce(users.confirmed_at is null or not users.approved, false) and users.id is not null,
                \(fragment: isNumeric), coalesce(accounts.discoverable, false)
            from accounts
            left join users on users.account_id = accounts.id
            where accounts.id = any(\(ids))
            order by accounts.id
            """
        ) { row in
            let id: Int64 = try row[0]
            let (username, domain): (String, String?) = (try row[1], try row[2])
            let name =
                domain == nil
                ? ActorName(
                    localID: id, username: username, host: instance.webDomain, isHTTPS: instance.isHTTPS,
                    isNumeric: try row[8])
                : ActorName(uri: try row[3])
            return DoomedAccount(
                id: id, username: username, domain: domain, name: name, inbox: try row[4],
                speaksActivityPub: try row[5], user: try row[6], isNewcomer: try row[7], isDiscoverable: try row[9])
        }
    }
}

/// Accounts that are deleted together, the same way.
package struct DoomedAccounts: Sendable {
    package let accounts: [DoomedAccount]
    package let options: DeletionOptions
    package let instance: Instance
    /// Posts of theirs that stay for now, as moderators have yet to look at them.
    package let reported: [Int64]

    package var ids: [Int64] { accounts.map(\.id) }

    /// The same with some of the accounts.
    package func only(_ some: [DoomedAccount]) -> Self {
        DoomedAccounts(accounts: some, options: options, instance: instance, reported: reported)
    }

    /// Whether rows of users stay, disabled.
    package var keepsUsers: Bool { options.keepsUser && options.keepsAccount }

    var schema: LiveSchema { instance.schema }
    var local: [DoomedAccount] { accounts.filter(\.isLocal) }

    /// Rows changed in one transaction and of one kind, so that none holds its locks for long.
    package static let batch = 2_000

    /// - Parameter accounts: as found; all of them are deleted by the same options.
    package static func gather(
        _ accounts: [DoomedAccount], _ options: DeletionOptions, in instance: Instance,
        over connection: Transaction<some Access>
    ) async throws -> DoomedAccounts {
        let ids = accounts.map(\.id)
        // The index on the account a report is about; reports are few.
        let reported = try await connection.rows(
            """
            select distinct unnest(status_ids)
            from reports
            where target_account_id = any(\(ids))
                and action_taken_at is null
            """
        ) { try $0.value(0, as: Int64.self) }
        return DoomedAccounts(accounts: accounts, options: options, instance: instance, reported: reported)
    }
}
