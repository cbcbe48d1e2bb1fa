import Faults
import Model
import Postgres

/// How posts stand.
package struct PostStandings<Mode: Access> {
    let transaction: Transaction<Mode>

    /// Those of the posts that there are, by their ids, without those that are about to be removed.
    package func of(_ ids: [Int64]) async throws -> [PostStanding] {
        try await list("post.id = any(\(ids))", "order by post.id")
    }

    /// Those a condition means, the newest first, behind an id.
    package func page(
        of query: PostQuery, at instance: Instance, now: UTCTime, before id: Int64, limit: Int
    ) async throws -> [PostStanding] {
        let condition = PostTerms(own: instance.ownDomains, now: now).condition(query)
        return try await list(
            condition + " and post.id < \(id)", "order by post.id desc limit \(limit)")
    }

    /// How many a query means.
    package func count(_ query: PostQuery, at instance: Instance, now: UTCTime) async throws -> Int {
        let condition = PostTerms(own: instance.ownDomains, now: now).condition(query)
        return try await transaction.first(
            """
            select count(*)
            from statuses as post
            join accounts as author on author.id = post.account_id
            where \(fragment: condition)
            """
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// The ids of posts that words name: ids, or addresses as people see them or as servers do. Leans on the indexes over
    /// `uri` and `url`.
    ///
    /// - Throws: `Fault(.noSuch)` for the first word that names none.
    package func find(_ words: [String], at instance: Instance) async throws -> [Int64] {
        var ids: [Int64] = []
        for word in words {
            let number = Int64(word) ?? Self.ownID(word, instance)
            let found = try await transaction.rows(
                """
                select id
                from statuses
                where deleted_at is null and (id = \(number) or uri = \(word) or url = \(word))
                """
            ) { try $0.value(0, as: Int64.self) }.min()
            guard let found else {
                throw Fault(
                    .noSuch, "there is no post \(word) here", notes: ["nothing was changed"],
                    help: "try `mastoctl statuses list`")
            }
            if !ids.contains(found) { ids.append(found) }
        }
        return ids
    }

    /// The id in an address of this server's own: `https://example.org/@alice/116…`.
    private static func ownID(_ word: String, _ instance: Instance) -> Int64? {
        guard instance.ownDomains.contains(DoomedAccounts.host(of: word)), word.contains("://") else { return nil }
        let path = word.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").last.flatMap { Int64($0) }
    }

    fileprivate func list(_ condition: Statement, _ end: Statement) async throws -> [PostStanding] {
        try await transaction.rows(
            """
            select post.id, author.id, author.username, author.domain,
                (select users.id from users where users.account_id = author.id), coalesce(post.uri, post.url, ''),
                post.visibility, post.sensitive,
                exists (select 1 from media_attachments as media where media.status_id = post.id)
                    or exists (select 1 from preview_cards_statuses as card where card.status_id = post.id)
            from statuses as post
            join accounts as author on author.id = post.account_id
            where post.deleted_at is null and \(fragment: condition)
            \(fragment: end)
            """
        ) { row in
            let visibility: Int = try row[6]
            return PostStanding(
                id: try row[0], account: AccountReference(id: try row[1], username: try row[2], domain: try row[3]),
                user: try row[4], uri: try row[5],
                visibility: PostVisibility.allCases.indices.contains(visibility)
                    ? PostVisibility.allCases[visibility] : .limited,
                isSensitive: try row[7], hasMedia: try row[8])
        }
    }
}

extension PostStandings where Mode == ReadWrite {
    /// Those of the posts that there are, kept from being changed by others until the transaction ends.
    func held(_ ids: [Int64]) async throws -> [PostStanding] {
        try await list("post.id = any(\(ids))", "order by post.id for no key update of post")
    }
}

extension Transaction {
    package var postStandings: PostStandings<Mode> { PostStandings(transaction: self) }
}
