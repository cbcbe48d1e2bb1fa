import Faults
import Model
import Postgres

extension AnnouncementList: RecordSource {
    package var table: String { "announcements" }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let cells: Statement = .cells(
            "item.id::text",
            "case when item.published then 'published' when item.scheduled_at is null then 'draft' else 'scheduled' end",
            .moment("item.scheduled_at"), .moment("item.starts_at"), .moment("item.ends_at"), "item.all_day",
            .moment("item.published_at"),
            "(select count(*) from announcement_reactions where announcement_id = item.id)", "item.text")
        return RecordPages { id, limit in
            """
            select item.id, \(fragment: cells)
            from announcements as item
            where item.id > \(id)
            order by item.id
            limit \(limit)
            """
        }
    }
}

/// A change of announcements.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/announcements_controller.rb`, `app/models/announcement.rb`; the same
/// since 4.2.
extension AnnouncementDeed: RecordDeed {
    package var tables: Set<String> { ["announcements", "announcement_mutes", "announcement_reactions"] }
    package var worker: SidekiqWorker? { .publishAnnouncement }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        if case .add(let new) = verb { return [RecordRow(id: 0, label: new.text)] }
        return try await NamedRows.find(
            ids, in: "announcements", called: "item.text", "announcement", list: "announcements list",
            over: connection)
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        if case .add(let new) = verb { return try await add(new, by: moderator, over: connection) }
        var aftermath = Aftermath()
        let (changed, told) = try await change(rows.map(\.id), over: connection)
        try await connection.auditLog.record(
            verb == .remove ? "destroy" : "update", "Announcement", rows.filter { changed.contains($0.id) },
            by: moderator.id)
        for id in told.sorted() {
            aftermath.push(verb == .publish ? .publishAnnouncement : .unpublishAnnouncement, .integer(id))
        }
        return RecordOutcome(changed: changed.count, aftermath)
    }

    /// One without a time, or with one that is past, is told at once.
    private func add(
        _ new: AnnouncementText, by moderator: AccountReference, over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        let (scheduled, starts, ends) = (Self.bound(new.scheduled), Self.bound(new.starts), Self.bound(new.ends))
        let isDue: Statement =
            "coalesce(" + scheduled + "::timestamp < " + .present + ", true)"
        let row = try await connection.first(
            """
            insert into announcements (text, published, published_at, scheduled_at, starts_at, ends_at, all_day,
                created_at, updated_at)
            values (\(new.text), \(fragment: isDue), case when \(fragment: isDue) then \(fragment: .present) end,
                \(fragment: scheduled), \(fragment: starts), \(fragment: ends), \(new.isAllDay),
                \(fragment: .present), \(fragment: .present))
            returning id, published
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Bool.self)) }
        guard let (id, isPublished) = row else { return RecordOutcome(changed: 0) }
        var aftermath = Aftermath()
        if isPublished { aftermath.push(.publishAnnouncement, .integer(id)) }
        try await connection.auditLog.record(
            "create", .init("Announcement", id: id, name: new.text), by: moderator.id)
        return RecordOutcome(changed: 1, aftermath, id: id)
    }

    /// - Returns: those that were changed, and of them those whose readers are told.
    private func change(
        _ ids: [Int64], over connection: Transaction<ReadWrite>
    ) async throws -> (changed: Set<Int64>, told: Set<Int64>) {
        switch verb {
        case .add: return ([], [])
        case .publish:
            let changed = try await connection.rows(
                """
                update announcements
                set published = true, published_at = \(fragment: .present), scheduled_at = null,
                    updated_at = \(fragment: .present)
                where id = any(\(ids)) and not published
                returning id
                """
            ) { try $0.value(0, as: Int64.self) }
            return (Set(changed), Set(changed))
        case .unpublish:
            let changed = try await connection.rows(
                """
                update announcements
                set published = false, scheduled_at = null, updated_at = \(fragment: .present)
                where id = any(\(ids)) and (published or scheduled_at is not null)
                returning id
                """
            ) { try $0.value(0, as: Int64.self) }
            return (Set(changed), Set(changed))
        case .remove:
            try await connection.execute("delete from announcement_mutes where announcement_id = any(\(ids))")
            try await connection.execute("delete from announcement_reactions where announcement_id = any(\(ids))")
            let removed = try await connection.rows(
                "delete from announcements where id = any(\(ids)) returning id, published"
            ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Bool.self)) }
            return (Set(removed.map(\.0)), Set(removed.filter(\.1).map(\.0)))
        }
    }

    private static func bound(_ time: UTCTime?) -> Statement {
        time.map { "\(Timestamp(seconds: $0.seconds))" } ?? "null"
    }
}
