import Faults
import Model
import Postgres

extension EmailSubscriptionList: RecordSource {
    package var table: String { "email_subscriptions" }
    package var since: (noun: String, release: String)? { ("e-mail subscriptions", "4.6") }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let account = try await AccountDirectory(instance).id(of: name, over: connection)
        // Looked up for each row, so that no page goes over all accounts.
        let username: Statement = "(select username from accounts where accounts.id = item.account_id)"
        let cells: Statement = .cells(
            "item.id::text", username, "item.email", .moment("item.confirmed_at"), "item.locale",
            .moment("item.created_at"))
        return RecordPages { id, limit in
            """
            select item.id, \(fragment: cells)
            from email_subscriptions as item
            where item.id > \(id) and (\(account)::bigint is null or item.account_id = \(account))
            order by item.id
            limit \(limit)
            """
        }
    }
}

/// Ends subscriptions, as their own link and the server's page do: the row goes, and nobody is told.
///
/// Source: Mastodon 4.6.5 `app/controllers/unsubscriptions_controller.rb`,
/// `app/controllers/admin/email_subscriptions_controller.rb`.
extension EmailUnsubscription: RecordDeed {
    package var tables: Set<String> { ["email_subscriptions"] }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        try EmailSubscriptionList().require(instance.schema)
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
