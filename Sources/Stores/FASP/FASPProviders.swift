import Model
import Postgres

/// Services that help people to find others (FASP): rows of `fasp_providers`, since 4.4. Keys are never read.
package struct FASPProviders: RecordSource {
    package typealias Shape = FASPShape

    package init() {}

    package var table: String { "fasp_providers" }
    package var since: (noun: String, release: String)? { ("auxiliary service providers", "4.4") }

    package func rows(after id: Int64, limit: Int, on schema: LiveSchema) -> Statement {
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
                .column("delivery_last_failed_at", of: "item", in: "fasp_providers", on: schema)
                    + "::timestamp"), .moment("item.created_at"))
        return """
            select item.id, \(fragment: cells)
            from fasp_providers as item
            where item.id > \(id)
            order by item.id
            limit \(limit)
            """
    }
}
