import Faults
import Model
import Postgres

/// The server's rules for names and addresses of users: what is taken, blocked, or needs a moderator's approval.
///
/// Source: Mastodon 4.3.23 to 4.6.5 `app/models/user.rb`,
/// `app/validators/user_email_validator.rb`, `app/models/email_domain_block.rb`, `app/models/username_block.rb`,
/// `app/models/ip_block.rb`, `app/validators/unreserved_username_validator.rb`.
package struct SignUpRules: Sendable {
    private let schema: LiveSchema
    private let settings: ServerSettings
    private let lists: EmailDomainLists

    package init(_ instance: Instance) {
        schema = instance.schema
        lists = instance.emailDomains
        settings = ServerSettings(instance)
    }

    /// Whether a name is free. Leans on the unique index over the lower-case name and domain.
    ///
    /// - Throws: `Fault(.badData)` with the field named.
    package func check(_ name: Username, over connection: Transaction<some Access>) async throws {
        let isTaken = try await connection.first(
            "select 1::bigint from accounts where lower(username) = lower(\(name.text)) and domain is null"
        ) { try $0.value(0, as: Int.self) }
        if isTaken != nil { throw UserFlaw(.username, "taken").fault }
        // Since 4.4 (its `user.rb`, `bypass_registration_checks`) the server's own command may use reserved names.
        guard let release = schema.release, release < .v4_4 else { return }
        let listed = try await settings.yaml("reserved_usernames", over: connection).map(SettingValue.list)
        if (listed ?? Self.reserved).contains(name.text.lowercased()) {
            throw UserFlaw(.username, "reserved").fault
        }
    }

    /// Whether an address may be a user's.
    ///
    /// - Parameters:
    ///   - user: whose address it is to be; nil for a new one.
    ///   - isNew: whether the user had another one before.
    ///   - isConfirmed: blocks hold only for those who are not.
    /// - Throws: `Fault(.badData)` with the field named.
    package func check(
        _ email: EmailAddress, of user: Int64?, isNew: Bool = true, isConfirmed: Bool,
        over connection: Transaction<some Access>
    ) async throws {
        if isNew {
            let owner = try await connection.first(
                "select id from users where email = \(email.text) and id is distinct from \(user) limit 1"
            ) { try $0.value(0, as: Int64.self) }
            if owner != nil { throw UserFlaw(.email, "taken").fault }
        }
        if isConfirmed, !lists.holdForConfirmed { return }
        if lists.refuse(email) { throw UserFlaw(.email, "blocked").fault }
        if try await isListed(email.domains, blocking, over: connection) { throw UserFlaw(.email, "blocked").fault }
        let hash = CanonicalEmail(of: email.text).hash
        let block = try await connection.first(
            "select id from canonical_email_blocks where canonical_email_hash = \(hash) limit 1"
        ) { try $0.value(0, as: Int64.self) }
        if block != nil { throw UserFlaw(.email, "taken").fault }
    }

    /// Whether a host may take the mail of a user's address, also of one that is confirmed.
    ///
    /// - Throws: `Fault(.badData)` with the field named.
    package func check(
        mailServer host: String, of email: EmailAddress, over connection: Transaction<some Access>
    ) async throws {
        // Since 4.6 the domain of the address is looked for as well (`email_mx_validator.rb`).
        if host == DomainName.normalized(email.domain), (schema.release ?? .newest) < .v4_6 { return }
        guard try await isListed(DomainName.suffixes(of: host), blocking, over: connection) else { return }
        var fault = UserFlaw(.email, "blocked").fault
        fault.notes.append("mail for it goes to \(host)")
        throw fault
    }

    /// Whether somebody who signs up like this is approved at once.
    package func approvesAtOnce(
        username: String, email: EmailAddress?, signUpAddress: String?, over connection: Transaction<some Access>
    ) async throws -> Bool {
        guard try await settings.registrations(over: connection) == .open else { return false }
        if let email, schema.has(column: "allow_with_approval", in: "email_domain_blocks"),
            try await isListed(email.domains, "allow_with_approval", over: connection)
        {
            return false
        }
        if let signUpAddress, try await isWatched(signUpAddress, over: connection) { return false }
        return try await !isWatched(username: username, over: connection)
    }

    /// What sets the blocks apart that refuse an address.
    private var blocking: Statement {
        schema.has(column: "allow_with_approval", in: "email_domain_blocks") ? "not allow_with_approval" : "true"
    }

    private func isListed(
        _ domains: [String], _ kind: Statement, over connection: Transaction<some Access>
    ) async throws -> Bool {
        try await connection.first(
            """
            select id
            from email_domain_blocks
            where domain = any(\(domains)::text[]) and \(fragment: kind)
            limit 1
            """
        ) { try $0.value(0, as: Int64.self) } != nil
    }

    /// Whether sign-ups from an IP address need an approval (severity 5000).
    private func isWatched(_ address: String, over connection: Transaction<some Access>) async throws -> Bool {
        try await connection.first(
            "select id from ip_blocks where severity = 5000 and ip >>= \(address)::inet limit 1"
        ) { try $0.value(0, as: Int64.self) } != nil
    }

    /// Whether a name needs an approval: equal to a listed one or, where the list says so, holding it, once digits that
    /// look like letters are read as such.
    private func isWatched(username: String, over connection: Transaction<some Access>) async throws -> Bool {
        guard schema.has(table: "username_blocks") else { return false }
        let name = Self.lookalikes.reduce(username.lowercased()) { $0.replacing($1.key, with: $1.value) }
        return try await connection.first(
            """
            select id
            from username_blocks
            where allow_with_approval
                and (exact and normalized_username = \(name)
                    or not exact and \(name)::text ilike '%' || normalized_username || '%')
            limit 1
            """
        ) { try $0.value(0, as: Int64.self) } != nil
    }

    private static let lookalikes = [
        "0": "o", "1": "i", "2": "z", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g",
    ]

    /// Source: Mastodon 4.2 and 4.3 `config/settings.yml`.
    private static let reserved = [
        "admin", "support", "help", "root", "webmaster", "administrator", "mod", "moderator",
    ]
}
