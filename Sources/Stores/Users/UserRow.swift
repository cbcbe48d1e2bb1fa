import Model
import Postgres

/// A row of `users`, as far as changes of users look at it.
package struct UserRow: Sendable, Equatable {
    package var id: Int64
    package var account: AccountReference
    package var email: String
    package var unconfirmedEmail: String?
    package var isConfirmed: Bool
    package var isApproved: Bool
    package var isDisabled: Bool
    package var roleID: Int64?
    package var signUpAddress: String?
    /// Whether there is a second factor or something left of one: the flag, a secret, codes, security keys.
    package var hasSecondFactor: Bool
}

/// Somebody who waits to be approved.
package struct PendingUser: Sendable {
    package let account: AccountReference
    let created: Timestamp
    let id: Int64
}

/// Finds users, and locks them for a change.
package struct UserStore: Sendable {
    let instance: Instance
    var schema: LiveSchema { instance.schema }

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// The user of an account, nil when it has none.
    ///
    package func user(of account: Int64, over connection: Transaction<some Access>) async throws -> UserRow? {
        try await rows("users.account_id = \(account)", over: connection).first
    }

    /// The same, its row taken for a change.
    package func heldUser(of account: Int64, over connection: Transaction<ReadWrite>) async throws -> UserRow? {
        try await rows("users.account_id = \(account)", "for update of users", over: connection).first
    }

    /// Users that wait to be approved, those who asked first at the head.
    ///
    /// - Parameters:
    ///   - last: the last one seen.
    ///   - size: how many at most.
    package func pending(
        after last: PendingUser?, size: Int, over connection: Transaction<some Access>
    ) async throws -> [PendingUser] {
        let (time, id) = last.map { ($0.created, $0.id) } ?? (.minusInfinity, 0)
        return try await connection.rows(
            """
            select accounts.id, accounts.username, users.created_at, users.id
            from users
            join accounts on accounts.id = users.account_id
            where not users.approved and (users.created_at, users.id) > (\(time), \(id))
            order by users.created_at, users.id
            limit \(size)
            """
        ) { row in
            PendingUser(
                account: AccountReference(
                    id: try row.value(0, as: Int64.self), username: try row.value(1, as: String.self), domain: nil),
                created: try row.value(2, as: Timestamp.self), id: try row.value(3, as: Int64.self))
        }
    }

    /// How many users wait to be approved.
    package func pendingCount(over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first("select count(*) from users where not approved") {
            try $0.value(0, as: Int.self)
        } ?? 0
    }

    func rows(
        _ condition: Statement, _ lock: Statement = "", over connection: Transaction<some Access>
    ) async throws -> [UserRow] {
        try await connection.rows(
            """
            select users.id, accounts.id, accounts.username, accounts.domain, users.email, users.unconfirmed_email,
                users.confirmed_at is not null, users.approved, users.disabled, users.role_id,
                host(users.sign_up_ip), users.otp_required_for_login or cardinality(users.otp_backup_codes) > 0
                    or \(fragment: secret) or exists (
                        select 1 from webauthn_credentials where webauthn_credentials.user_id = users.id)
            from users
            join accounts on accounts.id = users.account_id
            where \(fragment: condition)
            \(fragment: lock)
            """
        ) { row in
            UserRow(
                id: try row.value(0, as: Int64.self),
                account: AccountReference(
                    id: try row.value(1, as: Int64.self), username: try row.value(2, as: String.self),
                    domain: try row.value(3, as: String?.self)),
                email: try row.value(4, as: String.self), unconfirmedEmail: try row.value(5, as: String?.self),
                isConfirmed: try row.value(6, as: Bool.self), isApproved: try row.value(7, as: Bool.self),
                isDisabled: try row.value(8, as: Bool.self), roleID: try row.value(9, as: Int64?.self),
                signUpAddress: try row.value(10, as: String?.self),
                hasSecondFactor: try row.value(11, as: Bool?.self) ?? false)
        }
    }

    /// What is left of a second factor in columns that not every release has.
    private var secret: Statement {
        .joined(
            secretColumns.map { "users.\(identifier: $0) is not null" } + ["false"], separator: " or ")
    }

    /// Where the secret of one-time passwords is kept: in `otp_secret` since 4.3, before in three columns.
    var secretColumns: [String] {
        ["otp_secret", "encrypted_otp_secret", "encrypted_otp_secret_iv", "encrypted_otp_secret_salt"]
            .filter { schema.has(column: $0, in: "users") }
    }
}
