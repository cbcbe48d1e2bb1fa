import Model
import Postgres

extension PostChange {
    /// Marks posts as sensitive. A local one is edited by the server's own account, which others are told of; a remote one
    /// is otherwise here alone.
    ///
    /// Source: Mastodon 4.6.5 `app/models/admin/moderation_action.rb` (`mark_statuses_as_sensitive!`),
    /// `app/services/update_status_service.rb`, `app/models/concerns/status/snapshot_concern.rb`; the same since 4.2.
    func hide(
        _ posts: [PostStanding], _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws {
        let locals = posts.filter(\.account.isLocal).map(\.id)
        let remotes = posts.filter { !$0.account.isLocal }.map(\.id)
        try await connection.execute(
            """
            update statuses
            set sensitive = true, updated_at = \(fragment: .present)
            where id = any(\(remotes))
            """)
        try await snapshot(
            locals, by: "post.account_id", at: "post.created_at",
            where: "not exists (select 1 from status_edits where status_edits.status_id = post.id)", over: connection)
        try await connection.execute(
            """
            update statuses
            set sensitive = true, edited_at = \(fragment: .present), updated_at = \(fragment: .present)
            where id = any(\(locals))
            """)
        try await snapshot(
            locals, by: "\(ActorName.instanceActor)", at: "post.edited_at", where: "true", over: connection)
        for id in locals {
            aftermath.push(.distribution, .integer(id), .object([.init("update", true)]))
            aftermath.push(.statusUpdateDistribution, .integer(id))
        }
        for post in posts { aftermath.forget("v3:statuses/\(post.id)") }
    }

    /// Keeps how posts are now among their edits.
    private func snapshot(
        _ posts: [Int64], by account: Statement, at time: Statement, where condition: Statement,
        over connection: Transaction<ReadWrite>
    ) async throws {
        let hasQuotes = instance.schema.has(column: "quote_id", in: "status_edits")
        let column: Statement = hasQuotes ? ", quote_id" : ""
        let quote: Statement = hasQuotes ? ", (select id from quotes where quotes.status_id = post.id)" : ""
        try await connection.execute(
            """
            insert into status_edits (status_id, account_id, text, spoiler_text, sensitive,
                ordered_media_attachment_ids, media_descriptions, poll_options, created_at, updated_at
                \(fragment: column))
            select post.id, \(fragment: account), post.text, post.spoiler_text, post.sensitive, media.ids,
                media.descriptions, (select options from polls where polls.id = post.poll_id), \(fragment: time),
                \(fragment: .present)\(fragment: quote)
            from statuses as post
            cross join lateral (
                select coalesce(array_agg(item.id order by item.place), '{}') as ids,
                    coalesce(array_agg(item.description order by item.place), '{}') as descriptions
                from (
                    select attachment.id, attachment.description,
                        coalesce(array_position(post.ordered_media_attachment_ids, attachment.id)::bigint,
                            attachment.id) as place
                    from media_attachments as attachment
                    where attachment.status_id = post.id
                        and (post.ordered_media_attachment_ids is null
                            or attachment.id = any(post.ordered_media_attachment_ids))
                ) as item
            ) as media
            where post.id = any(\(posts)) and \(fragment: condition)
            order by post.id
            """)
    }
}
