import Faults
import Model
import Postgres

extension InviteList: RecordSource {
    package var table: String { "invites" }

    /// Users have no index on their invite, so those of a page are found by one pass over them, and a page is large.
    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let owner = try await AccountDirectory(instance).id(of: inviter, over: connection)
        let cells: Statement = .cells(
            "item.code", "item.id::text", "account.username",
            """
            case
                when item.expires_at < now() at time zone 'utc' then 'expired'
                when item.uses >= item.max_uses then 'used up'
                else 'open'
            end
            """, "item.uses", "item.max_uses", .moment("item.expires_at"), .moment("item.created_at"),
            "item.autofollow", "item.comment", "coalesce(came.names, '[]')")
        return RecordPages(size: 100_000) { id, limit in
            """
            with item as (
                select invites.id, code, uses, max_uses, expires_at, invites.created_at, autofollow, comment, user_id
                from invites
                join users as inviter on inviter.id = invites.user_id
                where invites.id > \(id)
                    and (\(owner)::bigint is null or inviter.account_id = \(owner))
                    and (not \(areUsable) or (coalesce(expires_at >= now() at time zone 'utc', true)
                        and coalesce(uses < max_uses, true)))
                order by invites.id
                limit \(limit)
            )
            select item.id, \(fragment: cells)
            from item
            join users on users.id = item.user_id
            join accounts as account on account.id = users.account_id
            left join (
                select guest.invite_id, json_agg(host.username order by guest.id) as names
                from users as guest
                join accounts as host on host.id = guest.account_id
                where guest.invite_id in (select id from item)
                group by guest.invite_id
            ) as came on came.invite_id = item.id
            order by item.id
            """
        }
    }
}

/// Ends invites, as the server's pages do: they expire now. Its log is told nothing.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/invites_controller.rb`, `app/models/concerns/expireable.rb`.
extension InviteExpiry: RecordDeed {
    package var tables: Set<String> { ["invites"] }

    private static var isOpen: Statement { "coalesce(item.expires_at >= now() at time zone 'utc', true)" }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        switch selection {
        case .codes(let codes):
            let found = try await connection.rows(
                "select id, code from invites where code = any(\(codes)) order by id"
            ) { RecordRow(id: try $0[0], label: try $0[1]) }
            let known = Set(found.map(\.label))
            if let missing = codes.first(where: { !known.contains($0) }) {
                throw Fault(
                    .noSuch, "there is no invite \(missing)", notes: ["nothing was changed"],
                    help: "try `mastoctl invites list`")
            }
            return found
        case .open:
            return try await connection.rows(
                """
                select item.id, item.code
                from invites as item
                where \(fragment: Self.isOpen)
                order by item.id
                """
            ) { RecordRow(id: try $0[0], label: try $0[1]) }
        }
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        RecordOutcome(
            changed: try await connection.execute(
                """
                update invites as item
                set expires_at = \(fragment: .present), updated_at = \(fragment: .present)
                where id = any(\(rows.map(\.id))) and \(fragment: Self.isOpen)
                """))
    }
}
