import Model
import Postgres

/// Asks how accounts stand.
package struct AccountStandings<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Those of the accounts that there are, by id. Leans on the primary key of accounts, and on the indexes of users
    /// and reports on their accounts.
    ///
    package func of(_ ids: [Int64]) async throws -> [AccountStanding] {
        try await of(ids, "")
    }

    /// The same, kept from being changed by others until the transaction ends.
    package func held(_ ids: [Int64]) async throws -> [AccountStanding] where Mode == ReadWrite {
        try await of(ids, "for no key update of account")
    }

    private func of(_ ids: [Int64], _ lock: Statement) async throws -> [AccountStanding] {
        try await transaction.rows(
            """
            select account.id, account.username, account.domain, account.suspended_at is not null,
                account.suspension_origin, account.silenced_at is not null, account.sensitized_at is not null,
                account.memorial, users.id, users.email, users.disabled, users.approved, coalesce(role.position, -1),
                nullif(role.name, ''),
                (select count(*) from reports where target_account_id = account.id and action_taken_at is null)
            from accounts as account
            left join users on users.account_id = account.id
            left join user_roles as role on role.id = coalesce(users.role_id, -99)
            where account.id = any(\(ids))
            order by account.id
            \(fragment: lock)
            """
        ) { row in
            let user: AccountStanding.User? =
                if let id: Int64 = try row[8] {
                    AccountStanding.User(
                        id: id, email: try row[9], isDisabled: try row[10], isApproved: try row[11],
                        rank: try row[12], role: try row[13])
                } else {
                    nil
                }
            return AccountStanding(
                account: AccountReference(id: try row[0], username: try row[1], domain: try row[2]),
                suspension: try row[3] ? .init(origin: try row[4]) : nil, isSilenced: try row[5],
                isSensitized: try row[6], isMemorial: try row[7], user: user, openReports: try row[14])
        }
    }
}

extension Transaction {
    package var accountStandings: AccountStandings<Mode> { AccountStandings(transaction: self) }
}
