import Model
import Stores

/// Deletes feeds from Redis: all of them, or those of people who are not here any more.
package struct FeedClearing: Operation {
    package enum Scope: Sendable, Equatable {
        case everybody, abandoned
    }

    private let scope: Scope

    package init(_ scope: Scope) {
        self.scope = scope
    }

    package var card: Card {
        switch scope {
        // Everybody's home is empty then until it is built again.
        case .everybody: Card("feeds clear", of: "keys of feeds", risk: .moderate, runsUnattended: true, tables: [])
        case .abandoned: Card("feeds vacuum", of: "keys of feeds", tables: ["users", "lists"])
        }
    }

    /// Not counted: that would be the whole walk.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<KeyGroup> {
        switch scope {
        case .everybody:
            let batches = Batches<KeyGroup> {
                var pages = site.keys.feeds.makeAsyncIterator()
                return { try await pages.next().map { Batch([KeyGroup(names: $0)]) } }
            }
            return Prepared(Survey(count: nil), batches) { groups, site in
                try await Self.clear(groups.flatMap(\.names), of: groups, at: site)
            }
        case .abandoned:
            return Prepared(Survey(count: nil), Self.abandoned(at: site)) { groups, site in
                var names: [[UInt8]] = []
                for group in groups {
                    guard let kind = group.kind else { continue }
                    names += try await site.abandoned(kind, group.names)
                }
                return try await Self.clear(names, of: groups, at: site)
            }
        }
    }

    private static func clear(
        _ names: [[UInt8]], of groups: [KeyGroup], at site: Site<ReadWrite>
    ) async throws -> Outcome {
        let count = try await site.keys.clear(names)
        return Outcome(changed: count, skipped: groups.reduce(0) { $0 + $1.weight } - count)
    }

    private static func abandoned(at site: Site<ReadOnly>) -> Batches<KeyGroup> {
        Batches {
            var kinds = FeedKind.allCases[...]
            var kind: FeedKind?
            var pages: KeyPages.AsyncIterator?
            return {
                while true {
                    if pages == nil {
                        guard let next = kinds.popFirst() else { return nil }
                        kind = next
                        pages = site.keys.feeds(of: next).makeAsyncIterator()
                    }
                    guard let kind, let names = try await pages?.next() else {
                        pages = nil
                        continue
                    }
                    let gone = try await site.abandoned(kind, names)
                    return Batch(gone.isEmpty ? [] : [KeyGroup(names: gone, kind: kind)], visited: names.count)
                }
            }
        }
    }
}
