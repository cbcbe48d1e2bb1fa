import Crypto
import Faults
import Model
import Postgres

/// The keys that accounts of this server sign with: columns of `accounts`, and since 4.7 rows of `keypairs`, encrypted.
///
/// Source: Mastodon 4.7 `app/models/keypair.rb`, `app/models/account.rb` (`generate_keys`).
package struct LocalKeys: Sendable {
    private let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// A key an account signs with.
    package struct Signing: Sendable, Equatable {
        /// PEM.
        package let privateKey: String
        /// What stands behind the actor's address: `#main-key`.
        package let fragment: String
        /// Whether it is of the table of keys.
        let isRow: Bool
    }

    private var hasTable: Bool { instance.schema.has(column: "local_fragment", in: "keypairs") }

    /// Makes sure, before anything is changed, that keys can be written and read: that the configuration has what they
    /// are sealed with, and that it opens one that is there.
    ///
    /// - Throws: `Fault(.configuration)`.
    package func requireUsable(over connection: Transaction<some Access>) async throws {
        guard hasTable else { return }
        let cipher = try cipher()
        let sealed = try await connection.first(
            "select private_key from keypairs where private_key is not null order by id limit 1"
        ) { try $0.value(0, as: String.self) }
        if let sealed, open(sealed, cipher) == nil { throw Self.unfit }
    }

    /// The key an account signs with now; nil when it has none.
    ///
    /// - Throws: `Fault(.configuration)` when it is sealed and cannot be opened.
    package func signing(
        of account: Int64, over connection: Transaction<some Access>
    ) async throws -> Signing? {
        if hasTable {
            let row = try await connection.first(
                """
                select private_key, local_fragment
                from keypairs
                where account_id = \(account)
                    and private_key is not null
                    and not revoked
                    and type = 0
                    and (expires_at is null or expires_at > now() at time zone 'utc')
                order by id
                limit 1
                """
            ) { (try $0.value(0, as: String.self), try $0.value(1, as: String?.self)) }
            if let (sealed, fragment) = row {
                guard let key = open(sealed, try cipher()) else { throw Self.unfit }
                return Signing(privateKey: key, fragment: fragment ?? "#main-key", isRow: true)
            }
        }
        let old = try await connection.first("select private_key from accounts where id = \(account)") {
            try $0.value(0, as: String?.self)
        }
        guard let key = old ?? nil, !key.isEmpty else { return nil }
        return Signing(privateKey: key, fragment: "#main-key", isRow: false)
    }

    /// A new account with keys, and nothing else.
    ///
    /// - Returns: its id.
    func make(_ name: String, _ keys: KeyPair, over connection: Transaction<ReadWrite>) async throws -> Int64 {
        let columns: Statement = hasTable ? "" : ", private_key, public_key"
        let values: Statement = hasTable ? "" : ", \(keys.privateKey), \(keys.publicKey)"
        let id = try await connection.first(
            """
            insert into accounts (username, created_at, updated_at\(fragment: columns))
            values (\(name), now() at time zone 'utc', now() at time zone 'utc'\(fragment: values))
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        guard let id else { throw Fault(.ourBug, "the database gave a new account no id") }
        if hasTable { try await add(keys, "#rsa-\(RandomText.hexadecimal(8))", to: id, over: connection) }
        return id
    }

    /// Puts new keys in the place of all an account has. In a transaction of the caller's, who holds the account.
    func replace(
        of account: Int64, by keys: KeyPair, over connection: Transaction<ReadWrite>
    ) async throws {
        guard hasTable else {
            _ = try await connection.execute(
                """
                update accounts
                set private_key = \(keys.privateKey), public_key = \(keys.publicKey),
                    updated_at = now() at time zone 'utc'
                where id = \(account)
                """)
            return
        }
        _ = try await connection.execute("delete from keypairs where account_id = \(account)")
        try await add(keys, "#main-key", to: account, over: connection)
        _ = try await connection.execute(
            """
            update accounts
            set private_key = null, public_key = '', updated_at = now() at time zone 'utc'
            where id = \(account)
                and (private_key is not null or public_key <> '')
            """)
    }

    /// Type 0 is RSA.
    private func add(
        _ keys: KeyPair, _ fragment: String, to account: Int64, over connection: Transaction<ReadWrite>
    ) async throws {
        let sealed = try cipher().sealed(keys.privateKey)
        _ = try await connection.execute(
            """
            insert into keypairs (account_id, local_fragment, type, private_key, public_key, created_at, updated_at)
            values (\(account), \(fragment), 0, \(sealed), \(keys.publicKey),
                now() at time zone 'utc', now() at time zone 'utc')
            """)
    }

    private func open(_ text: String, _ cipher: RecordCipher) -> String? {
        guard let json = JSONValue(parsing: text), let payload = json["p"]?.string.flatMap(Base64.bytes),
            let vector = json["h"]?["iv"]?.string.flatMap(Base64.bytes),
            let tag = json["h"]?["at"]?.string.flatMap(Base64.bytes)
        else { return nil }
        return cipher.opened(
            .init(payload: payload, vector: vector, tag: tag, isCompressed: json["h"]?["c"] == .boolean(true)))
    }

    private func cipher() throws -> RecordCipher {
        guard let cipher = instance.cipher else {
            throw Fault(
                .configuration, "the keys of accounts are encrypted, and the configuration does not say with what",
                notes: ["since Mastodon 4.7 they are kept in keypairs.private_key, sealed by Active Record"],
                help: Self.help)
        }
        return cipher
    }

    private static let help =
        "give ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY and ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT as the server has "
        + "them in its env file"

    private static var unfit: Fault {
        Fault(
            .configuration, "the configured encryption keys do not open the keys of this server's accounts",
            notes: ["a key in keypairs.private_key was sealed with other ones; the server could not sign with these"],
            help: help)
    }
}
