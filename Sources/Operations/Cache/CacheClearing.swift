import Model
import Stores

/// Drops everything the server keeps in its cache.
package struct CacheClearing: Operation {
    package init() {}

    package var card: Card { Card("cache clear", of: "cached answers", "dropped", tables: []) }

    /// Not counted: that would be the whole walk.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<KeyGroup> {
        let batches = Batches<KeyGroup> {
            var pages = site.cache.everything.makeAsyncIterator()
            return { try await pages.next().map { Batch([KeyGroup(names: $0)]) } }
        }
        return Prepared(Survey(count: nil), batches) { groups, site in
            let names = groups.flatMap(\.names)
            let count = try await site.cache.clear(names)
            return Outcome(changed: count, skipped: names.count - count)
        }
    }
}

/// Some keys in Redis, found together.
package struct KeyGroup: WorkItem {
    package let names: [[UInt8]]
    /// Of feeds: which.
    var kind: FeedKind?

    package var label: String? { nil }
    package var weight: Int { names.count }
}
