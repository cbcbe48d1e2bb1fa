import Crypto
import Faults
import Model
import Postgres

/// Who is told of what happens here: rows of `webhooks`. The secret is never read.
package struct Webhooks: RecordSource {
    package typealias Shape = WebhookShape

    package init() {}

    package var table: String { "webhooks" }

    package func rows(after id: Int64, limit: Int, on schema: LiveSchema) -> Statement {
        let cells: Statement = .cells(
            "item.id::text", "item.url", "item.enabled", "to_json(item.events)", "item.template",
            .moment("item.created_at"), .moment("item.updated_at"))
        return """
            select item.id, \(fragment: cells)
            from webhooks as item
            where item.id > \(id)
            order by item.id
            limit \(limit)
            """
    }
}

/// A change of webhooks, of which the server's own log is told nothing.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/webhooks_controller.rb`, `app/models/webhook.rb`; the same since 4.2.
package struct WebhookDeed: RecordDeed {
    package enum Verb: Sendable, Equatable {
        case add(url: String, events: [WebhookEvent], template: String?)
        case enable, disable, remove, rotateSecret
    }

    let verb: Verb
    let ids: [Int64]
    /// Whether a secret that is made is told.
    let showsSecret: Bool

    package init(_ verb: Verb, _ ids: [Int64] = [], showsSecret: Bool = false) {
        self.verb = verb
        self.ids = ids
        self.showsSecret = showsSecret
    }

    package var name: String { "webhooks \(words.verb)" }
    package var noun: String { "webhooks" }
    package var done: String { words.done }
    package var asks: Bool { verb == .remove }
    package var tables: Set<String> { ["webhooks"] }

    package var permissions: [ModeratorPowers.Permission] {
        guard case .add(_, let events, _) = verb else { return [.manageWebhooks] }
        return [.manageWebhooks] + events.map(\.permission)
    }

    private var words: (verb: String, done: String) {
        switch verb {
        case .add: ("add", "added")
        case .enable: ("enable", "enabled")
        case .disable: ("disable", "disabled")
        case .remove: ("remove", "removed")
        case .rotateSecret: ("rotate-secret", "gave a new secret to")
        }
    }

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
