import Crypto
import Faults
import Model
import Postgres

extension UserStore {
    /// Checks a change as the server would, and changes nothing.
    ///
    /// - Throws: `Fault(.badData)` with the field named, `Fault(.noSuch)` for the role.
    package func check(
        _ change: UserChange, of user: UserRow, over connection: Transaction<some Access>
    ) async throws {
        if case .named(let name) = change.role { _ = try await existingRole(name, over: connection) }
        let email = try Self.address(change.email ?? user.email)
        try await SignUpRules(instance).check(
            email, of: user.id, isNew: email.text != user.email, isConfirmed: user.isConfirmed, over: connection)
    }

    /// Changes a user whose row is locked.
    ///
    /// A new address waits in `unconfirmed_email` until it is confirmed, and the old one is told. One that is confirmed
    /// for the first time makes its user a new one of the server. Unlike the server's own command this confirms an
    /// address whose mail is older than two days too: that is what it was asked for.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli/accounts.rb` (`modify`), `app/models/user.rb`, and Devise 5.0.4.
    ///
    /// - Parameter hash: of a new password, which ends every access with the old one.
    /// - Returns: the user as it is now.
    package func apply(
        _ change: UserChange, hash: String?, to user: UserRow, now: UTCTime,
        _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws -> UserRow {
        try await check(change, of: user, over: connection)
        var new = user
        var parts: [Statement] = []
        if case .named(let name) = change.role { new.roleID = try await existingRole(name, over: connection).assigned }
        if change.role == UserChange.Role.none { new.roleID = nil }
        if let isDisabled = change.isDisabled { new.isDisabled = isDisabled }
        if change.approves { new.isApproved = true }
        if let typed = change.email, case let email = try Self.address(typed), email.text != user.email {
            parts += postpone(email, of: user, &new, &aftermath)
        }
        if change.confirms {
            parts += try await confirm(&new, now: now, &aftermath, over: connection)
        }
        if change.dropsSecondFactor, user.hasSecondFactor {
            parts += try await dropSecondFactor(of: user, over: connection)
            new.hasSecondFactor = false
        }
        if let hash {
            parts.append("encrypted_password = \(hash)")
            aftermath.push(.passwordChanged(of: user.id))
            aftermath.append(try await connection.userAccess.end(ofUsers: [user.id]).aftermath)
        }
        if new.email != user.email || hash != nil || new.unconfirmedEmail != user.unconfirmedEmail {
            parts += ["reset_password_token = null", "reset_password_sent_at = null"]
        }
        parts += differences(user, new)
        guard !parts.isEmpty else { return new }
        parts.append("updated_at = now() at time zone 'utc'")
        _ = try await connection.execute(
            "update users set \(fragment: .joined(parts)) where id = \(user.id)")
        return new
    }

    private func differences(_ old: UserRow, _ new: UserRow) -> [Statement] {
        var parts: [Statement] = []
        if new.roleID != old.roleID { parts.append("role_id = \(new.roleID)") }
        if new.isDisabled != old.isDisabled { parts.append("disabled = \(new.isDisabled)") }
        if new.isApproved != old.isApproved { parts.append("approved = \(new.isApproved)") }
        if new.email != old.email { parts.append("email = \(new.email)") }
        if new.unconfirmedEmail != old.unconfirmedEmail {
            parts.append("unconfirmed_email = \(new.unconfirmedEmail)")
        }
        return parts
    }

    /// Lets a new address wait for its confirmation.
    private func postpone(
        _ email: EmailAddress, of user: UserRow, _ new: inout UserRow, _ aftermath: inout Aftermath
    ) -> [Statement] {
        let token = RandomText.token()
        new.unconfirmedEmail = email.text
        aftermath.push(.confirmation(of: user.id, token: token, to: email.text))
        aftermath.push(.emailChanged(of: user.id, to: user.email))
        return ["confirmation_token = \(token)", "confirmation_sent_at = now() at time zone 'utc'"]
    }

    /// Makes the address count that waits, or the only one there is.
    private func confirm(
        _ user: inout UserRow, now: UTCTime, _ aftermath: inout Aftermath,
        over connection: Transaction<some Access>
    ) async throws -> [Statement] {
        let isNew = !user.isConfirmed
        guard isNew || user.unconfirmedEmail != nil else { return [] }
        let rules = SignUpRules(instance)
        let isWelcome = try await rules.approvesAtOnce(
            username: user.account.username, email: try? EmailAddress(user.email), signUpAddress: user.signUpAddress,
            over: connection)
        if isWelcome { user.isApproved = true }
        if let waiting = user.unconfirmedEmail {
            let email = try Self.address(waiting)
            try await rules.check(email, of: user.id, isConfirmed: true, over: connection)
            user.email = email.text
            user.unconfirmedEmail = nil
        }
        user.isConfirmed = true
        if isNew, user.isApproved {
            aftermath.greet(user.id, account: user.account.id, on: schema.release, at: now)
        } else if isNew {
            try await connection.onboarding.tellStaff(of: user.id, &aftermath)
        }
        return ["confirmed_at = now() at time zone 'utc'"]
    }

    /// Forgets one-time passwords, backup codes and security keys. 4.2 and 4.3 left all but the flag when it was their
    /// own command that did it, and their page did what is done here (`disable_two_factor!`).
    private func dropSecondFactor(
        of user: UserRow, over connection: Transaction<ReadWrite>
    ) async throws -> [Statement] {
        _ = try await connection.execute("delete from webauthn_credentials where user_id = \(user.id)")
        return [
            "otp_required_for_login = false",
            "otp_backup_codes = case when otp_backup_codes is null then null else '{}'::varchar[] end",
        ] + secretColumns.map { "\(identifier: $0) = null" }
    }

    /// Approves a user whose row is locked, as a moderator does; nothing happens to one who is approved.
    ///
    /// Source: Mastodon 4.6.5 `app/models/user.rb` (`approve!`).
    package func approve(
        _ user: UserRow, now: UTCTime, _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws -> Bool {
        if user.isApproved { return false }
        _ = try await connection.execute(
            "update users set approved = true, updated_at = now() at time zone 'utc' where id = \(user.id)")
        if user.isConfirmed {
            aftermath.greet(user.id, account: user.account.id, on: schema.release, at: now)
        }
        return true
    }
}
