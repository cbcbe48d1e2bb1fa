import Model
import Postgres

/// Keys are not read.
extension FASPList: RecordSource {
    package var table: String { "fasp_providers" }
    package var since: (noun: String, release: String)? { ("auxiliary service providers", "4.4") }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let named: Statement = """
            select json_agg(capability ->> 'id' || ' ' || (capability ->> 'version') order by place)
            from jsonb_array_elements(item.capabilities) with ordinality as capabilities (capability, place)
            """
        let enabled: Statement = named + " where (capability ->> 'enabled')::boolean"
        let cells: Statement = .cells(
            "item.id::text", "item.name", "item.base_url", "item.confirmed",
            "coalesce((" + named + "), '[]')", "coalesce((" + enabled + "), '[]')", "item.contact_email",
            "item.fediverse_account",
            "(select count(*) from fasp_subscriptions where fasp_provider_id = item.id)",
            .moment(
                .column("delivery_last_failed_at", of: "item", in: "fasp_providers", on: instance.schema)
                    + "::timestamp"), .moment("item.created_at"))
        return RecordPages { id, limit in
            """
            select item.id, \(fragment: cells)
            from fasp_providers as item
            where item.id > \(id)
            order by item.id
            limit \(limit)
            """
        }
    }
}
