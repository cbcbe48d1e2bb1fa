import Faults
import Model
import Postgres

extension RuleList: RecordSource {
    package var table: String { "rules" }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let translations: Statement =
            instance.schema.has(table: "rule_translations")
            ? """
            coalesce((select json_agg(language || ': ' || text order by language) from rule_translations
                where rule_id = item.id), '[]')
            """ : "json_build_array()"
        let cells: Statement = .cells(
            "item.id::text", "item.priority", "item.text",
            .column("hint", of: "item", in: "rules", on: instance.schema),
            translations, .moment("item.updated_at"), .moment("item.deleted_at"))
        return RecordPages(.whole) { _, limit in
            """
            select item.id, \(fragment: cells)
            from rules as item
            where item.deleted_at is null or \(hasRemoved)
            order by item.deleted_at is not null, item.priority, item.id
            limit \(limit)
            """
        }
    }
}

/// A change of rules, of which the server's own log is told nothing.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/rules_controller.rb`, `app/models/rule.rb`; hints since 4.3.
extension RuleDeed: RecordDeed {
    package var tables: Set<String> { ["rules"] }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        let hint: String? =
            switch verb {
            case .add(let new), .change(let new): new.hint
            case .remove: nil
            }
        if hint != nil, !instance.schema.has(column: "hint", in: "rules") {
            throw Fault(.configuration, "rules have no hints on this server", notes: ["Mastodon has them since 4.3"])
        }
        if case .add(let new) = verb { return [RecordRow(id: 0, label: new.text ?? "")] }
        return try await NamedRows.find(
            ids, in: "rules", called: "item.text", "rule", list: "rules list", where: "item.deleted_at is null",
            over: connection)
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        let ids = rows.map(\.id)
        switch verb {
        case .add(let new):
            let id = try await connection.first(
                """
                insert into rules (text, priority, created_at, updated_at)
                values (\(new.text ?? ""), \(new.priority ?? 0), \(fragment: .present), \(fragment: .present))
                returning id
                """
            ) { try $0.value(0, as: Int64.self) }
            if let id, let hint = new.hint {
                try await connection.execute("update rules set hint = \(hint) where id = \(id)")
            }
            return RecordOutcome(changed: 1, id: id)
        case .change(let new):
            var parts: [(column: String, value: Statement)] = []
            if let text = new.text { parts.append(("text", "\(text)::text")) }
            if let hint = new.hint { parts.append(("hint", "\(hint)::text")) }
            if let priority = new.priority { parts.append(("priority", "\(priority)::integer")) }
            let settings = parts.map { "\(identifier: $0.column) = \(fragment: $0.value)" as Statement }
            let differing = parts.map {
                "\(identifier: $0.column) is distinct from \(fragment: $0.value)" as Statement
            }
            return RecordOutcome(
                changed: try await connection.execute(
                    """
                    update rules
                    set \(fragment: .joined(settings)), updated_at = \(fragment: .present)
                    where id = any(\(ids)) and (\(fragment: .joined(differing, separator: " or ")))
                    """))
        case .remove:
            return RecordOutcome(
                changed: try await connection.execute(
                    """
                    update rules
                    set deleted_at = \(fragment: .present), updated_at = \(fragment: .present)
                    where id = any(\(ids)) and deleted_at is null
                    """))
        }
    }
}
