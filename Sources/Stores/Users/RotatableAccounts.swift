import Crypto
import Model
import Postgres

/// New keys for local accounts.
///
/// Source: Mastodon 4.6.5 and 4.7 `lib/mastodon/cli/accounts.rb` (`rotate_keys_for_account`).
package struct RotatableAccounts: Sendable {
    private let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// Local accounts that are neither suspended nor deleted, by id; the server's own among them. Leans on the primary key.
    package func page(
        after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [AccountReference] {
        try await connection.rows(
            """
            select id, username
            from accounts
            where id > \(id) and domain is null and \(fragment: instance.schema.isAvailable())
            order by id
            limit \(size)
            """
        ) { row in
            AccountReference(
                id: try row.value(0, as: Int64.self), username: try row.value(1, as: String.self), domain: nil)
        }
    }

    package func count(over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first(
            "select count(*) from accounts where domain is null and \(fragment: instance.schema.isAvailable())"
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
        over connection: Transaction<ReadWrite>
    ) async throws -> Bool {
        let held = try await connection.first(
            "select id from accounts where id = \(account) and domain is null for update"
        ) { try $0.value(0, as: Int64.self) }
        guard held != nil else { return false }
        let store = LocalKeys(instance)
        let old = try await store.signing(of: account, over: connection)
        try await store.replace(of: account, by: keys, over: connection)
        try await aftermath.saved([account], locals: [account], on: instance, over: connection)
        let options = JSONValue.object([.init("sign_with", old.map(\.option) ?? .null)])
        aftermath.push(.updateDistribution(on: instance.schema.release), .integer(account), options, in: delay)
        return true
    }
}

extension LocalKeys.Signing {
    /// What a worker is told to sign with: text up to 4.6, since 4.7 mostly an object.
    fileprivate var option: JSONValue {
        if !isRow { return .string(privateKey) }
        return .object([
            .init("private_key", .string(privateKey)), .init("local_fragment", .string(fragment)),
            .init("type", .string("rsa")),
        ])
    }
}
