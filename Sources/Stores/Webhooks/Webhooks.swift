import Crypto
import Faults
import Model
import Postgres

extension WebhookList: RecordSource {
    package var table: String { "webhooks" }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let cells: Statement = .cells(
            "item.id::text", "item.url", "item.enabled", "to_json(item.events)", "item.template",
            .moment("item.created_at"), .moment("item.updated_at"))
        return RecordPages { id, limit in
            """
            select item.id, \(fragment: cells)
            from webhooks as item
            where item.id > \(id)
            order by item.id
            limit \(limit)
            """
        }
    }
}

/// A change of webhooks, of which the server's own log is told nothing.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/webhooks_controller.rb`, `app/models/webhook.rb`; the same since 4.2.
extension WebhookDeed: RecordDeed {
    package var tables: Set<String> { ["webhooks"] }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        if case .add(let url, _, _) = verb { return [RecordRow(id: 0, label: url)] }
        return try await NamedRows.find(
            ids, in: "webhooks", called: "item.url", "webhook", list: "webhooks list", over: connection)
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        let ids = rows.map(\.id)
        switch verb {
        case .add(let url, let events, let template):
            let secret = RandomText.hexadecimal(20)
            let id = try await connection.first(
                """
                insert into webhooks (url, events, secret, enabled, template, created_at, updated_at)
                values (\(url), \(events.map(\.rawValue))::varchar[], \(secret), true, \(template),
                    \(fragment: .present), \(fragment: .present))
                returning id
                """
            ) { try $0.value(0, as: Int64.self) }
            return RecordOutcome(changed: 1, id: id, secret: showsSecret ? secret : nil)
        case .enable, .disable:
            let isEnabled = verb == .enable
            return RecordOutcome(
                changed: try await connection.execute(
                    """
                    update webhooks
                    set enabled = \(isEnabled), updated_at = \(fragment: .present)
                    where id = any(\(ids)) and enabled <> \(isEnabled)
                    """))
        case .remove:
            return RecordOutcome(
                changed: try await connection.execute("delete from webhooks where id = any(\(ids))"))
        case .rotateSecret:
            var outcome = RecordOutcome(changed: 0)
            for id in ids {
                let secret = RandomText.hexadecimal(20)
                outcome.changed += try await connection.execute(
                    "update webhooks set secret = \(secret), updated_at = \(fragment: .present) where id = \(id)")
                if showsSecret { outcome.secret = secret }
            }
            return outcome
        }
    }
}
