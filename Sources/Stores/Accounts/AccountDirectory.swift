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
    package func account(_ name: AccountName, over connection: PostgresConnection) async throws -> AccountReference {
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

    /// The accounts a name may mean.
    package func accounts(_ name: AccountName, over connection: PostgresConnection) async throws -> [AccountReference] {
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
        case .address(let user, let domain):
            if own.contains(domain) {
                "lower(username) = \(user) and domain is null"
                    + Self.or(owner(of: "\(user)@\(domain)"))
            } else {
                "(lower(username) = \(user) and lower(domain) = \(domain))" + Self.or(owner(of: "\(user)@\(domain)"))
            }
        }
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
        }
    }
}
