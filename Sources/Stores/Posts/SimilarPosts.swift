import Faults
import Model
import Postgres

/// Words are compared without markup, addresses, names, digits and case, so that a wave of spam whose posts differ in
/// these alone is found. Pictures are like each other when their blurhashes begin alike: those say size and mean colour,
/// and then the coarsest shapes.
extension SimilarPostList: RecordSource {
    package var table: String { "statuses" }

    /// Words with fewer letters say nothing about who wrote them.
    private static let fewestLetters = 12

    private static func skeleton(_ text: Statement) -> Statement {
        "lower(regexp_replace(regexp_replace(regexp_replace(" + text
            + ", '<[^>]*>|&[a-z]+;', ' ', 'g'), 'https?://\\S+|@\\S+', '', 'g'), '[^[:alpha:]]+', '', 'g'))"
    }

    private static func hosts(_ text: Statement) -> Statement {
        "array(select distinct lower(found[1]) from regexp_matches(" + text
            + ", 'https?://([^/\\s\"''<>:?#]+)', 'gi') as found)"
    }

    /// Leans on the primary key: a post's id tells when it came.
    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let post = try await connection.postStandings.find([word], at: instance)[0]
        let since = Timestamp(seconds: self.since.seconds)
        let cells: Statement = .cells(
            "post.id::text", PostFigures.handle, .moment("post.created_at"), .moment("author.created_at"),
            "to_json(array_remove(array[case when like_text then 'text' end, case when like_link then 'link' end, "
                + "case when like_picture then 'picture' end], null))",
            PostFigures.address, "case when post.visibility < 2 then post.text end")
        let first = Int64(max(0, since.seconds - 86_400) * 1_000) << 16
        return RecordPages(.newestFirst) { id, limit in
            """
            with model as (
                select statuses.id, \(fragment: Self.skeleton("statuses.text")) as skeleton,
                    array(select host from unnest(\(fragment: Self.hosts("statuses.text"))) as host
                        where host <> all(coalesce((select array_agg(distinct lower(domain)) from mentions
                            join accounts on accounts.id = mentions.account_id
                            where mentions.status_id = statuses.id and domain is not null), '{}')
                            || coalesce(split_part(statuses.uri, '/', 3), ''))) as hosts,
                    array(select left(blurhash, 8) from media_attachments
                        where status_id = statuses.id and blurhash is not null) as pictures
                from statuses
                where statuses.id = \(post)
            )
            select post.id, \(fragment: cells)
            from model
            join statuses as post on post.id >= \(first) and post.id < \(id) and post.id <> model.id
            join accounts as author on author.id = post.account_id
            cross join lateral (
                select
                    \(kinds.contains(.text)) and length(model.skeleton) >= \(Self.fewestLetters)
                        and \(fragment: Self.skeleton("post.text")) = model.skeleton as like_text,
                    \(kinds.contains(.link)) and cardinality(model.hosts) > 0
                        and \(fragment: Self.hosts("post.text")) && model.hosts as like_link,
                    \(kinds.contains(.picture)) and cardinality(model.pictures) > 0 and exists (
                        select 1
                        from media_attachments as media
                        where media.status_id = post.id and left(media.blurhash, 8) = any(model.pictures)
                    ) as like_picture
            ) as likeness
            where post.deleted_at is null
                and post.created_at >= \(since)
                and post.reblog_of_id is null
                and (like_text or like_link or like_picture)
            order by post.id desc
            limit \(limit)
            """
        }
    }
}
