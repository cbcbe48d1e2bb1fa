import Faults
import Model
import Postgres

/// Who gets posts by mail: rows of `email_subscriptions`, since 4.6.
package struct EmailSubscriptions: RecordSource {
    package typealias Shape = EmailSubscriptionShape
    /// Only those of this account.
    let name: AccountName?
    private var account: Int64?

    package init(of name: AccountName? = nil) {
        self.name = name
    }

    package mutating func resolve(at instance: Instance, over connection: Transaction<ReadOnly>) async throws {
        account = try await AccountDirectory(instance).id(of: name, over: connection)
    }

    package var table: String { "email_subscriptions" }
    package var since: (noun: String, release: String)? { ("e-mail subscriptions", "4.6") }

    package func rows(after id: Int64, limit: Int, on schema: LiveSchema) -> Statement {
        let cells: Statement = .cells(
            "item.id::text", "account.username", "item.email", .moment("item.confirmed_at"), "item.locale",
            .moment("item.created_at"))
        return """
            select item.id, \(fragment: cells)
            from email_subscriptions as item
            join accounts as account on account.id = item.account_id
            where item.id > \(id) and (\(account)::bigint is null or item.account_id = \(account))
            order by item.id
            limit \(limit)
            """
    }
}

/// Ends subscriptions, as their own link and the server's page do: the row goes, and nobody is told.
///
/// Source: Mastodon 4.6.5 `app/controllers/unsubscriptions_controller.rb`,
/// `app/controllers/admin/email_subscriptions_controller.rb`.
package struct EmailUnsubscription: RecordDeed {
    /// Addresses, or ids of rows.
    let words: [String]

    package init(_ words: [String]) {
        self.words = words
    }

    package var name: String { "email-subscriptions unsubscribe" }
    package var noun: String { "subscriptions" }
    package var done: String { "ended" }
    package var tables: Set<String> { ["email_subscriptions"] }
    package var permissions: [ModeratorPowers.Permission] { [.manageSettings] }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        try EmailSubscriptions().require(instance.schema)
        let addresses = words.map { $0.lowercased() }
        let found = try await connection.rows(
            """
            select item.id, item.email || ' of ' || account.username, lower(item.email)
            from email_subscriptions as item
            join accounts as account on account.id = item.account_id
            where lower(item.email) = any(\(addresses)) or item.id::text = any(\(addresses))
            order by item.id
            """
        ) { (RecordRow(id: try $0[0], label: try $0[1]), try $0.value(2, as: String.self)) }
        let known = Set(found.flatMap { ["\($0.0.id)", $0.1] })
        if let missing = addresses.first(where: { !known.contains($0) }) {
            throw Fault(
                .noSuch, "there is no subscription of \(missing)", notes: ["nothing was changed"],
                help: "try `mastoctl email-subscriptions list`")
        }
        return found.map(\.0)
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        RecordOutcome(
            changed: try await connection.execute(
                "delete from email_subscriptions where id = any(\(rows.map(\.id)))"))
    }
}
