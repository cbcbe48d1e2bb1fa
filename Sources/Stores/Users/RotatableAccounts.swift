import Crypto
import Model
import Postgres

/// New keys for local accounts.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`rotate_keys_for_account`).
package struct RotatableAccounts: Sendable {
    private let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// Local accounts that are not suspended, by id; the server's own among them. Leans on the primary key.
    package func page(
        after id: Int64, size: Int, over connection: isolated PostgresConnection
    ) async throws -> [AccountReference] {
        try await connection.rows(
            """
            select id, username
            from accounts
            where id > \(id) and domain is null and suspended_at is null
            order by id
            limit \(size)
            """
        ) { row in
            AccountReference(
                id: try row.value(0, as: Int64.self), username: try row.value(1, as: String.self), domain: nil)
        }
    }

    package func count(over connection: isolated PostgresConnection) async throws -> Int {
        try await connection.first(
            "select count(*) from accounts where domain is null and suspended_at is null"
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// Keys for an account. Slow, so made before the transaction.
    package static func keys() throws -> KeyPair { try KeyPair.make() }

    /// Gives a local account new keys and lets the server tell the others, in a letter signed with the old one.
    ///
    /// - Parameter delay: seconds until that, so that many accounts do not speak at once.
    /// - Returns: false when the account is gone.
    package func rotate(
        _ account: Int64, _ keys: KeyPair, delay: Double, _ aftermath: inout Aftermath,
        over connection: isolated PostgresConnection
    ) async throws -> Bool {
        let old = try await connection.first(
            "select private_key from accounts where id = \(account) and domain is null for update"
        ) { try $0.value(0, as: String?.self) }
        guard let old else { return false }
        _ = try await connection.execute(
            """
            update accounts
            set private_key = \(keys.privateKey), public_key = \(keys.publicKey), updated_at = now() at time zone 'utc'
            where id = \(account)
            """)
        aftermath.push(.webhook, "account.updated", "Account", .integer(account))
        aftermath.reindex(accounts: [account], on: instance)
        try await aftermath.announceUpdates(of: [account], on: instance, over: connection)
        let options = JSONValue.object([.init("sign_with", old.map { .string($0) } ?? .null)])
        aftermath.push(.updateDistribution(on: instance.schema.release), .integer(account), options, in: delay)
        return true
    }
}
