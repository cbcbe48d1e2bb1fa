import Model
import Postgres

/// Everything the database holds about one account and its user: rows of every table that refers to it by a column, found
/// by the live schema and not by a list, so that a table of a later release or of a fork is not forgotten.
package struct HeldRows: Sendable {
    let account: Int64
    let user: Int64?
    let schema: LiveSchema

    package init(of account: Int64, user: Int64?, on schema: LiveSchema) {
        self.account = account
        self.user = user
        self.schema = schema
    }

    /// A table, and its columns that say whose a row is.
    package struct Place: Sendable, Equatable {
        package var table: String
        var columns: [String]
        var hasID: Bool
    }

    private static let ofAccounts: Set<String> = [
        "account_id", "target_account_id", "from_account_id", "reference_account_id", "local_account_id",
        "remote_account_id", "quoted_account_id", "recommended_account_id", "requesting_account_id",
    ]
    private static let ofUsers: Set<String> = ["user_id", "resource_owner_id"]

    /// What lets somebody in, or signs in somebody's name, is no knowledge about a person and does not leave the database.
    private static let secrets = [
        "encrypted_password", "reset_password_token", "confirmation_token", "sign_in_token", "otp_secret",
        "encrypted_otp_secret", "encrypted_otp_secret_iv", "encrypted_otp_secret_salt", "otp_backup_codes", "token",
        "refresh_token", "code_challenge", "private_key", "public_key", "key_p256dh", "key_auth", "external_id",
        "webauthn_id", "session_id", "share_key", "secret",
    ]

    /// The account itself first, then the others by name.
    package func places(over connection: Transaction<some Access>) async throws -> [Place] {
        // Views repeat what tables hold.
        let tables = try await connection.rows(
            """
            select relname::text
            from pg_catalog.pg_class
            where relkind in ('r', 'p') and pg_catalog.pg_table_is_visible(oid)
            order by relname
            """
        ) { try $0.value(0, as: String.self) }
        let places = tables.compactMap { table -> Place? in
            let names = schema.columns[table] ?? []
            let columns = names.filter { Self.ofAccounts.contains($0) || (user != nil && Self.ofUsers.contains($0)) }
            if columns.isEmpty { return nil }
            return Place(table: table, columns: columns.sorted(), hasID: names.contains("id"))
        }
        return [Place(table: "accounts", columns: ["id"], hasID: true)] + places
    }

    /// The next rows, each as the text of a JSON object, and where they end; nil when there are no more.
    ///
    /// - Parameter id: behind which the page begins.
    package func page(
        of place: Place, after id: Int64, over connection: Transaction<some Access>
    ) async throws -> (rows: [String], last: Int64?) {
        let conditions = place.columns.map { column -> Statement in
            let isUser = Self.ofUsers.contains(column)
            return "item.\(identifier: column) = \(isUser ? user ?? 0 : account)"
        }
        let limit = 500
        let key: Statement = place.hasID ? "item.id" : "0::bigint"
        let behind: Statement = place.hasID ? "item.id > \(id)" : "true"
        let bound: Statement = place.hasID ? "order by item.id limit \(limit)" : ""
        let found = try await connection.rows(
            """
            select \(fragment: key), (to_jsonb(item) - \(Self.secrets)::text[])::text
            from \(identifier: place.table) as item
            where (\(fragment: .joined(conditions, separator: " or "))) and \(fragment: behind)
            \(fragment: bound)
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: String.self)) }
        return (found.map(\.1), place.hasID && found.count == limit ? found.last?.0 : nil)
    }

    /// The user of a local account.
    package static func user(of account: Int64, over connection: Transaction<some Access>) async throws -> Int64? {
        try await connection.first("select id from users where account_id = \(account)") {
            try $0.value(0, as: Int64.self)
        }
    }
}
