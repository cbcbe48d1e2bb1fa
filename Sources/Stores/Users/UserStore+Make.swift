import Crypto
import Faults
import Model
import Postgres

/// A user that was made.
package struct MadeUser: Sendable {
    package var id: Int64
    package var account: Int64
    package var email: String
    package var isApproved: Bool
}

/// What there is of an account whose name a new user is to have.
package enum NameOwner: Sendable, Equatable {
    case nobody
    /// An account that has lost its user.
    case orphan(AccountReference)
    /// An account in use.
    case user(AccountReference)
}

extension UserStore {
    /// Who has a name now.
    package func owner(of name: String, over connection: Transaction<some Access>) async throws -> NameOwner {
        guard let account = try await localAccount(name, over: connection) else { return .nobody }
        return try await user(of: account.id, over: connection) == nil ? .orphan(account) : .user(account)
    }

    /// Checks a new user as the server would, field by field.
    ///
    /// - Parameter replaces: whether the account that has the name now is going to be deleted.
    /// - Throws: `Fault(.badData)` with the field named, `Fault(.noSuch)` for the role.
    package func check(
        _ new: NewUser, replaces: Bool = false, over connection: Transaction<some Access>
    ) async throws {
        if let role = new.role { _ = try await existingRole(role, over: connection) }
        let rules = SignUpRules(instance)
        let owner = try await owner(of: new.username, over: connection)
        switch owner {
        case .orphan(let account) where new.reattaches:
            guard account.id > 0 else {
                throw Fault(.denied, "\(account.username) is the account of the server itself")
            }
        case .user where replaces: _ = try Self.name(new.username)
        default: try await rules.check(try Self.name(new.username), over: connection)
        }
        // An account that goes takes its user's address with it.
        let gone: Int64? =
            if replaces, case .user(let account) = owner {
                try await user(of: account.id, over: connection)?.id
            } else {
                nil
            }
        try await rules.check(
            try Self.address(new.email), of: gone, isConfirmed: new.isConfirmed, over: connection)
    }

    /// Makes the account, unless there is one without a user, and the user.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`create`), `app/models/user.rb`, and Devise 5.0.4
    /// `confirmable.rb`: an address that is not confirmed gets a token, which the mail carries too.
    ///
    /// - Parameters:
    ///   - hash: of the password.
    ///   - keys: for an account that has none.
    package func make(
        _ new: NewUser, hash: String, keys: KeyPair, now: UTCTime,
        _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws -> MadeUser {
        try await check(new, over: connection)
        let email = try Self.address(new.email)
        let role = try await roleID(new.role, over: connection)
        let account = try await account(for: new, keys, &aftermath, over: connection)
        let name = try await username(of: account, over: connection)
        let isWelcome = try await SignUpRules(instance).approvesAtOnce(
            username: name, email: email, signUpAddress: nil, over: connection)
        let isApproved = isWelcome || new.isApproved
        let token = new.isConfirmed ? nil : RandomText.token()
        let minimumAge = try await ServerSettings(instance).yaml("min_age", over: connection)
        let user = try await insert(
            email, of: account, hash, token, role: role, isApproved: isApproved, over: connection)
        if let minimumAge, let text = SettingValue.scalar(minimumAge), !text.isEmpty,
            schema.has(column: "age_verified_at", in: "users")
        {
            _ = try await connection.execute(
                "update users set age_verified_at = now() at time zone 'utc' where id = \(user)")
        }
        if let token { aftermath.push(.confirmation(of: user, token: token)) }
        aftermath.push(.webhook, "account.created", "Account", .integer(account))
        // The server's own command confirms before it approves, and so mails the staff about an account that waits for
        // nobody; that mail we leave out.
        if new.isConfirmed, !isApproved { try await connection.onboarding.tellStaff(of: user, &aftermath) }
        if new.isConfirmed, isApproved {
            aftermath.greet(user, account: account, on: schema.release, at: now)
        }
        return MadeUser(id: user, account: account, email: email.text, isApproved: isApproved)
    }

    private func account(
        for new: NewUser, _ keys: KeyPair, _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws -> Int64 {
        if new.reattaches, case .orphan(let account) = try await owner(of: new.username, over: connection) {
            let changed = try await connection.execute(
                """
                update accounts
                set suspended_at = null\(fragment: schema.tellsDeleted ? ", requested_deletion_at = null" : ""),
                    updated_at = now() at time zone 'utc'
                where id = \(account.id) and not \(fragment: schema.isAvailable())
                """)
            if changed > 0 {
                try await aftermath.saved([account.id], locals: [account.id], on: instance, over: connection)
            }
            return account.id
        }
        let id = try await LocalKeys(instance).make(try Self.name(new.username).text, keys, over: connection)
        aftermath.reindex(accounts: [id], on: instance)
        return id
    }

    /// Everything else has its default in the database.
    private func insert(
        _ email: EmailAddress, of account: Int64, _ hash: String, _ token: String?, role: Int64?, isApproved: Bool,
        over connection: Transaction<ReadWrite>
    ) async throws -> Int64 {
        let isConfirmed = token == nil
        let id = try await connection.first(
            """
            insert into users (account_id, email, encrypted_password, confirmation_token, confirmation_sent_at,
                confirmed_at, approved, role_id, settings, created_at, updated_at)
            values (\(account), \(email.text), \(hash), \(token),
                case when \(isConfirmed) then null else now() at time zone 'utc' end,
                case when \(isConfirmed) then now() at time zone 'utc' end,
                \(isApproved), \(role), '{}', now() at time zone 'utc', now() at time zone 'utc')
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        guard let id else { throw Fault(.ourBug, "the database gave a new user no id") }
        return id
    }

    private func username(of account: Int64, over connection: Transaction<some Access>) async throws -> String {
        try await connection.first("select username from accounts where id = \(account)") {
            try $0.value(0, as: String.self)
        } ?? ""
    }

    private func roleID(_ name: String?, over connection: Transaction<some Access>) async throws -> Int64? {
        guard let name else { return nil }
        return try await existingRole(name, over: connection).assigned
    }

    /// - Throws: `Fault(.noSuch)` with the names there are.
    package func existingRole(
        _ name: String, over connection: Transaction<some Access>
    ) async throws -> UserRole {
        if let role = try await role(name, over: connection) { return role }
        let names = try await connection.rows(
            "select name from user_roles where name <> '' order by position desc, id limit 20"
        ) { try $0.value(0, as: String.self) }
        throw Fault(
            .noSuch, "no role is called \(name)",
            notes: names.isEmpty ? [] : ["there are: \(names.joined(separator: ", "))"],
            help: "capitals count in the names of roles")
    }

    static func name(_ text: String) throws -> Username {
        do { return try Username(text) } catch { throw UserFlaw(.username, error.rawValue).fault }
    }

    static func address(_ text: String) throws -> EmailAddress {
        do { return try EmailAddress(text) } catch { throw UserFlaw(.email, error.rawValue).fault }
    }
}
