import Model
import Postgres

extension RoleList: RecordSource {
    package var table: String { "user_roles" }

    /// The flags by their places. Source: Mastodon 4.6.5 `app/models/user_role.rb` (`FLAGS`).
    private static let flags = [
        "administrator", "view_devops", "view_audit_log", "view_dashboard", "manage_reports", "manage_federation",
        "manage_settings", "manage_blocks", "manage_taxonomies", "manage_appeals", "manage_users", "manage_invites",
        "manage_rules", "manage_announcements", "manage_custom_emojis", "manage_webhooks", "invite_users",
        "manage_roles", "manage_user_access", "delete_user_data", "view_feeds", "invite_bypass_approval",
        "manage_email_subscriptions",
    ]

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let permissions: Statement = """
            coalesce((select json_agg(flag.name order by flag.place)
                from unnest(\(Self.flags)) with ordinality as flag (name, place)
                where item.permissions & (1::bigint << (flag.place::integer - 1)) <> 0), '[]')
            """
        let cells: Statement = .cells(
            "case when item.id = -99 then 'everyone' else item.name end", "item.id::text", "item.position",
            "case when item.id = -99 then null else coalesce(held.users, 0) end", "item.highlighted",
            .column("require_2fa", of: "item", in: "user_roles", on: instance.schema), "item.color", permissions)
        return RecordPages(.whole) { _, limit in
            """
            select item.id, \(fragment: cells)
            from user_roles as item
            left join (select role_id, count(*) as users from users where role_id is not null group by role_id) as held
                on held.role_id = item.id
            order by item.position desc, item.id
            limit \(limit)
            """
        }
    }
}
