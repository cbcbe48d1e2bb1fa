import Faults
import Model
import Postgres

extension TagList: RecordSource {
    package var table: String { "tags" }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let cells: Statement = .cells(
            "item.name", "item.id::text", "coalesce(item.display_name, item.name)", "coalesce(item.usable, true)",
            "item.trendable", "coalesce(item.listable, true)", .moment("item.reviewed_at"),
            .moment("item.requested_review_at"), .moment("item.last_status_at"))
        let reviewed: Statement =
            switch review {
            case nil: "true"
            case .reviewed: "item.reviewed_at is not null"
            case .unreviewed: "item.reviewed_at is null"
            case .pending: "item.reviewed_at is null and item.requested_review_at is not null"
            }
        let pattern = TextPattern([TagName.normalized(prefix), ""]).like()
        return RecordPages { id, limit in
            """
            select item.id, \(fragment: cells)
            from tags as item
            where item.id > \(id)
                and \(fragment: reviewed)
                and (not \(areLimited) or not (coalesce(item.usable, true) and coalesce(item.trendable, true)
                    and coalesce(item.listable, true)))
                and lower(item.name) like \(pattern)
            order by item.id
            limit \(limit)
            """
        }
    }
}

/// Hashtags named by people.
enum NamedTags {
    /// - Throws: `Fault(.noSuch)` for the first name no row has.
    static func find(_ names: [String], over connection: Transaction<some Access>) async throws -> [RecordRow] {
        let wanted = names.map(TagName.normalized)
        let found = try await connection.rows(
            "select id, name from tags where lower(name) = any(\(wanted)) order by id"
        ) { RecordRow(id: try $0[0], label: try $0[1]) }
        let known = Set(found.map { $0.label.lowercased() })
        if let missing = wanted.first(where: { !known.contains($0) }) {
            throw Fault(
                .noSuch, "nobody has used the hashtag \(missing) here", notes: ["nothing was changed"],
                help: "try `mastoctl tags list --prefix`")
        }
        return found
    }
}

/// What a hashtag may be, as a moderator decides.
///
/// Source: Mastodon 4.6.5 `app/controllers/api/v1/admin/tags_controller.rb`, `app/models/tag.rb`; the same since 4.2. The
/// server's own log is told since 4.7.
extension TagDeed: RecordDeed {
    package var tables: Set<String> { ["tags"] }
    package var routes: [AdminAPI.Route] { [.tagChange] }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        try await NamedTags.find(names, over: connection)
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        let ids = rows.map(\.id)
        let changed = try await connection.execute(
            """
            update tags
            set \(identifier: property.rawValue) = \(isAllowed), reviewed_at = \(fragment: .present),
                updated_at = \(fragment: .present)
            where id = any(\(ids))
            """)
        try await log(rows, by: moderator, on: instance, over: connection)
        var aftermath = Aftermath()
        aftermath.reindex(tags: ids, on: instance)
        return RecordOutcome(changed: changed, aftermath)
    }

    /// Source: Mastodon 4.7.0 `app/controllers/admin/tags_controller.rb`, whose log tells what was decided.
    private func log(
        _ rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws {
        guard instance.schema.has(column: "recorded_changes", in: "admin_action_logs") else { return }
        try await connection.execute(
            """
            insert into admin_action_logs (account_id, action, target_type, target_id, human_identifier,
                recorded_changes, recorded_changes_format, created_at, updated_at)
            select \(moderator.id), 'update', 'Tag', id, '#' || coalesce(display_name, name),
                jsonb_build_object(\(property.rawValue)::text, \(isAllowed)::boolean), 'tags_format_1.0', \(fragment: .present),
                \(fragment: .present)
            from tags
            where id = any(\(rows.map(\.id)))
            order by id
            """)
    }

    package func ask(_ client: AdminClient, for row: RecordRow) async throws {
        var change = AdminAPI.TagChange()
        switch property {
        case .usable: change.isUsable = isAllowed
        case .trendable: change.isTrendable = isAllowed
        case .listable: change.isListable = isAllowed
        }
        _ = try await client.changeTag(row.id, change)
    }
}
