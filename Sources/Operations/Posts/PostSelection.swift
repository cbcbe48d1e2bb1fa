import Model
import Stores

/// The posts a command is about: named by id or address, or meant by a query.
package struct PostSelection: Sendable {
    package var words: [String]
    package var query: PostQuery?

    package init(words: [String] = [], query: PostQuery? = nil) {
        self.words = words
        self.query = query
    }

    /// Those named.
    ///
    /// - Throws: `Fault(.noSuch)` for a word that names none.
    package func named(at site: Site<ReadOnly>) async throws -> [PostStanding] {
        if words.isEmpty { return [] }
        let (words, instance) = (words, site.instance)
        return try await site.database.read { connection in
            let ids = try await connection.postStandings.find(words, at: instance)
            return try await connection.postStandings.of(ids)
        }
    }

    func count(at site: Site<ReadOnly>, now: UTCTime) async throws -> Int {
        guard let query else { return 0 }
        let instance = site.instance
        return try await site.database.read {
            try await $0.postStandings.count(query, at: instance, now: now)
        }
    }

    /// Those the query means and that were not named, the newest first, so many a batch.
    func batches(than named: Set<Int64>, by size: Int, at site: Site<ReadOnly>, now: UTCTime) -> Batches<Found> {
        let (query, instance) = (query, site.instance)
        return Batches {
            var last: Int64? = query == nil ? nil : .max
            return {
                guard let query, let before = last else { return nil }
                let posts = try await site.database.read {
                    try await $0.postStandings.page(
                        of: query, at: instance, now: now, before: before, limit: size)
                }
                last = posts.count < size ? nil : posts.last?.id
                return posts.isEmpty ? nil : Batch(posts.filter { !named.contains($0.id) }.map { Found(post: $0) })
            }
        }
    }

    struct Found: WorkItem {
        var post: PostStanding
        var label: String? { "\(post.id)" }
    }
}
