import Faults
import Model
import Postgres

extension TermsList: RecordSource {
    package var table: String { "terms_of_services" }
    package var since: (noun: String, release: String)? { ("terms of service", "4.4") }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let cells: Statement = .cells(
            "item.id::text",
            """
            case
                when item.published_at is null then 'draft'
                when item.effective_date > (now() at time zone 'utc')::date then 'upcoming'
                else 'published'
            end
            """, "item.effective_date::text", .moment("item.published_at"), .moment("item.notification_sent_at"),
            "item.changelog", "item.text")
        return RecordPages { id, limit in
            """
            select item.id, \(fragment: cells)
            from terms_of_services as item
            where item.id > \(id)
            order by item.id
            limit \(limit)
            """
        }
    }
}

/// Publishes terms of service: the draft there is, with this text, or new ones.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/terms_of_service/{drafts,distributions}_controller.rb`,
/// `app/models/terms_of_service.rb`.
extension TermsPublication: RecordDeed {
    package var tables: Set<String> { ["terms_of_services"] }
    package var worker: SidekiqWorker? { notifies ? .termsNotification : nil }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        try TermsList().require(instance.schema)
        let found = try await connection.first(
            """
            select
                exists (select 1 from terms_of_services
                    where effective_date = \(effective)::date and published_at is not null),
                \(effective)::date < coalesce(
                    (select effective_date from terms_of_services
                        where published_at is not null and (effective_date is null or effective_date < now())
                        order by coalesce(effective_date, published_at) desc limit 1),
                    (now() at time zone 'utc')::date)
            """
        ) { (try $0.value(0, as: Bool.self), try $0.value(1, as: Bool.self)) }
        if found?.0 == true {
            throw Fault(
                .badData, "other terms take effect on \(effective)", notes: ["nothing was changed"],
                help: "see `mastoctl terms list`")
        }
        if found?.1 == true {
            throw Fault(
                .badData, "terms cannot take effect before those there are, or in the past",
                notes: ["nothing was changed"], help: "give --effective a later day")
        }
        return [RecordRow(id: 0, label: "of \(effective)")]
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        let sent: Statement = notifies ? .present : "null::timestamp"
        let draft = try await connection.first(
            """
            update terms_of_services
            set text = \(text), changelog = \(changelog), effective_date = \(effective)::date,
                published_at = \(fragment: .present), notification_sent_at = \(fragment: sent),
                updated_at = \(fragment: .present)
            where id = (select id from terms_of_services where published_at is null order by id desc limit 1)
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        var id = draft
        if id == nil {
            id = try await connection.first(
                """
                insert into terms_of_services (text, changelog, effective_date, published_at, notification_sent_at,
                    created_at, updated_at)
                values (\(text), \(changelog), \(effective)::date, \(fragment: .present), \(fragment: sent),
                    \(fragment: .present), \(fragment: .present))
                returning id
                """
            ) { try $0.value(0, as: Int64.self) }
        }
        guard let id else { return RecordOutcome(changed: 0) }
        try await connection.auditLog.record(
            "publish", .init("TermsOfService", id: id, name: ""), by: moderator.id)
        var aftermath = Aftermath()
        if notifies { aftermath.push(.termsNotification, .integer(id)) }
        return RecordOutcome(changed: 1, aftermath, id: id)
    }
}
