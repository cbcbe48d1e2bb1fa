import Faults
import Model
import Postgres

extension NoteList: RecordSource {
    package var table: String { "account_moderation_notes" }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let account = try await AccountDirectory(instance).account(name, over: connection).id
        let cells: Statement = .cells(
            "item.id::text", "target.username || coalesce('@' || target.domain, '')", "author.username",
            .moment("item.created_at"), "item.content")
        return RecordPages { id, limit in
            """
            select item.id, \(fragment: cells)
            from account_moderation_notes as item
            join accounts as target on target.id = item.target_account_id
            left join accounts as author on author.id = item.account_id
            where item.id > \(id) and item.target_account_id = \(account)
            order by item.id
            limit \(limit)
            """
        }
    }
}

/// A change of such notes, of which the server's own log is told nothing.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/account_moderation_notes_controller.rb`,
/// `app/policies/account_moderation_note_policy.rb`; the same since 4.2.
extension NoteDeed: RecordDeed {
    package var tables: Set<String> { ["account_moderation_notes"] }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        switch verb {
        case .add(let name, _):
            let account = try await AccountDirectory(instance).account(name, over: connection)
            return [RecordRow(id: account.id, label: account.handle)]
        case .remove(let ids):
            return try await NamedRows.find(
                ids, in: "account_moderation_notes", called: "item.content", "note", list: "accounts notes list",
                over: connection)
        }
    }

    /// A note goes when it is the moderator's own, or of somebody whose role stands lower.
    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        guard case .add(_, let content) = verb else { return try await remove(rows, by: moderator, over: connection) }
        let id = try await connection.first(
            """
            insert into account_moderation_notes (account_id, target_account_id, content, created_at, updated_at)
            select \(moderator.id), id, \(content), \(fragment: .present), \(fragment: .present)
            from accounts
            where id = any(\(rows.map(\.id)))
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        return RecordOutcome(changed: id == nil ? 0 : 1, id: id)
    }

    private func remove(
        _ rows: [RecordRow], by moderator: AccountReference, over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        let rank = try await connection.moderators.powers(of: moderator.username).rank
        return RecordOutcome(
            changed: try await connection.execute(
                """
                delete from account_moderation_notes
                where id = any(\(rows.map(\.id)))
                    and (account_id = \(moderator.id) or not exists (
                        select 1
                        from users
                        join user_roles as role on role.id = users.role_id
                        where users.account_id = account_moderation_notes.account_id and role.position >= \(rank)))
                """))
    }
}
