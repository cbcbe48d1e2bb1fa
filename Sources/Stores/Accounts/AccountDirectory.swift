import Faults
import Model
import Postgres

/// Finds the accounts that people name.
package struct AccountDirectory: Sendable {
    /// The domains that are this server's own in a handle.
    private let own: Set<String>

    package init(_ instance: Instance) {
        own = [instance.localDomain.lowercased(), instance.webDomain.lowercased()]
    }

    /// The account of that name. Leans on the unique index over lower-case name and domain, and the one on e-mail.
    ///
    /// - Throws: `Fault(.noSuch)`; `Fault(.badData)` when the name fits more than one account.
    package func account(_ name: AccountName, over connection: Transaction<some Access>) async throws
        -> AccountReference
    {
        let found = try await accounts(name, over: connection)
        guard let first = found.first else {
            throw Fault(
                .noSuch, "no account is called \(Self.words(name))",
                help: "try `mastoctl accounts list`; remote accounts are named user@domain")
        }
        guard found.count == 1 else {
            throw Fault(
                .badData, "\(Self.words(name)) may mean several accounts",
                notes: found.map { "\($0.handle) has the id \($0.id)" },
                help: "name the account by its id: id:\(first.id)")
        }
        return first
    }

    /// The id of the account of that name, where one is given.
    ///
    /// - Throws: as `account`.
    func id(of name: AccountName?, over connection: Transaction<some Access>) async throws -> Int64? {
        guard let name else { return nil }
        return try await account(name, over: connection).id
    }

    /// The accounts a name may mean.
    package func accounts(_ name: AccountName, over connection: Transaction<some Access>) async throws
        -> [AccountReference]
    {
        try await connection.rows(
            """
            select id, username, domain
            from accounts
            where \(fragment: condition(name))
            order by id
            limit 20
            """
        ) { row in
            AccountReference(
                id: try row.value(0, as: Int64.self), username: try row.value(1, as: String.self),
                domain: try row.value(2, as: String?.self))
        }
    }

    private func condition(_ name: AccountName) -> Statement {
        switch name {
        case .id(let id): "id = \(id)"
        case .number(let number): "id = \(number) or (lower(username) = \("\(number)") and domain is null)"
        case .local(let user): "lower(username) = \(user) and domain is null"
        case .profile(let profile): condition(profile)
        case .address(let user, let domain):
            if own.contains(domain) {
                "lower(username) = \(user) and domain is null"
                    + Self.or(owner(of: "\(user)@\(domain)"))
            } else {
                "(lower(username) = \(user) and lower(domain) = \(domain))" + Self.or(owner(of: "\(user)@\(domain)"))
            }
        }
    }

    /// A page of another server's may be of an account whose handle has another domain; then the row knows its address.
    /// Leans on the indexes over `uri`, `url` and the lower-case name.
    private func condition(_ profile: ProfileAddress) -> Statement {
        if own.contains(profile.host) {
            return switch profile.subject {
            case .user(let user): "lower(username) = \(user) and domain is null"
            case .actor(let id): "id = \(id) and domain is null"
            case .row(let id): "id = \(id)"
            case .guest, .unknown: "false"
            }
        }
        let spellings = profile.spellings
        let known: Statement = "domain is not null and (uri = any(\(spellings)) or url = any(\(spellings)))"
        guard case .user(let user) = profile.subject else { return known }
        let lower = spellings.map { $0.lowercased() }
        return """
            (lower(username) = \(user)
                and (lower(domain) = \(profile.host) or lower(uri) = any(\(lower)) or lower(url) = any(\(lower)))
                and domain is not null)
            """ + Self.or(known)
    }

    private static func or(_ condition: Statement) -> Statement { " or " + condition }

    /// The account of the user with that address.
    private func owner(of address: String) -> Statement {
        "id in (select account_id from users where email = \(address))"
    }

    private static func words(_ name: AccountName) -> String {
        switch name {
        case .id(let id): "id:\(id)"
        case .number(let number): "\(number)"
        case .local(let user): user
        case .address(let user, let domain): "\(user)@\(domain)"
        case .profile(let profile): profile.url
        }
    }
}
