import Model
import Postgres
import Redis

/// What became of the feeds of somebody.
package struct BuiltFeeds: Sendable {
    package var built = 0
    /// Those that were full enough already.
    package var left = 0
}

extension Site where Mode == ReadWrite {
    /// Fills the home and the lists of somebody from the database, beside what they hold already, and tells the server
    /// that this is done.
    ///
    /// Single members are written: a post that the server adds meanwhile stays.
    ///
    /// Source: Mastodon 4.6.5 `app/services/precompute_feed_service.rb`, `app/models/{home_feed,async_refresh}.rb`.
    ///
    /// - Parameter skipsFilled: leaves feeds alone that are more than half full.
    /// - Throws: `RedisError`, and what the database throws.
    package func buildFeeds(of owner: FeedOwner, skipsFilled: Bool) async throws -> BuiltFeeds {
        let falloff = instance.schema.has(column: "requested_deletion_at", in: "accounts") ? 80 : 40
        var result = BuiltFeeds()
        for source in try await database.read({ try await owner.sources(over: $0) }) {
            let feed = "feed:\(source.kind.rawValue):\(source.id)"
            let before = try await keys.feed(feed, falloff: falloff)
            if skipsFilled, before.members.count * 2 > FeedContent.capacity {
                result.left += 1
                continue
            }
            let after = try await database.read {
                try await before.filled(from: source, joins: owner.joinsBoosts, over: $0)
            }
            try await keys.apply(FeedContent.changes(of: feed, from: before, to: after))
            result.built += 1
        }
        let flag = "account:\(owner.account.id):regeneration"
        let keepsRecord = instance.schema.release.map { $0 >= .v4_4 } ?? true
        try await keys.apply([
            keepsRecord ? .note(flag, field: "status", "finished", seconds: 3_600) : .unlink([flag])
        ])
        return result
    }
}

extension KeyStore {
    /// What a feed holds.
    ///
    /// - Throws: `RedisError`.
    fileprivate func feed(_ name: String, falloff: Int) async throws -> FeedContent {
        let answers = try await connection().pipeline(
            [name, name + ":reblogs"].map { ["ZRANGE", RedisArgument(prefix + $0), 0, -1, "WITHSCORES"] })
        for answer in answers { if case .error(let error) = answer { throw error } }
        return FeedContent(answers[0].members, boosts: answers[1].members, falloff: falloff)
    }
}

extension RedisValue {
    /// Members and scores in turn; what is no number is left out.
    fileprivate var members: [FeedContent.Member] {
        let texts = texts ?? []
        return stride(from: 0, to: texts.count - 1, by: 2).compactMap { place in
            guard let post = Int64(texts[place]), let score = Double(texts[place + 1]) else { return nil }
            return FeedContent.Member(post, score: score)
        }
    }
}

extension FeedContent {
    /// Authors whose posts are read in one go: few until it is known what is too old.
    private static func portion(_ isFull: Bool) -> Int { isFull ? 200 : 20 }

    /// The same with the posts of everybody it is made of, one author after the other as the server does it.
    fileprivate func filled(
        from source: FeedSource, joins: Bool, over connection: Transaction<some Access>
    ) async throws -> FeedContent {
        var content = self
        for post in try await source.own(over: connection) {
            content.add(post.id, boosting: post.boosted, joins: joins)
        }
        var rest = try await source.authors(over: connection)[...]
        var isFull = false
        while !rest.isEmpty {
            let authors = rest.prefix(Self.portion(isFull))
            rest = rest.dropFirst(authors.count)
            let bound = isFull ? content.oldest : .min
            let wanted = authors.map(\.id).enumerated().filter {
                !isFull || authors[authors.startIndex + $0.offset].last >= bound
            }
            let found = try await source.posts(of: wanted.map(\.element), from: bound, over: connection)
            let posts = Dictionary(grouping: found, by: \.author)
            for author in authors {
                isFull = isFull || content.isHalfFull
                let oldest = isFull ? content.oldest : .min
                if isFull, author.last < oldest { continue }
                let theirs = (posts[author.id] ?? []).filter { $0.id >= oldest }
                if theirs.isEmpty { continue }
                for post in theirs where post.passes { content.add(post.id, boosting: post.boosted, joins: joins) }
                content.trim()
            }
        }
        return content
    }

    /// What is to be written so that a feed becomes another.
    fileprivate static func changes(of feed: String, from before: FeedContent, to after: FeedContent) -> [KeyChange] {
        let old = Dictionary(before.members.map { ($0.post, $0.score) }) { $1 }
        let new = Dictionary(after.members.map { ($0.post, $0.score) }) { $1 }
        let gone = { (old: [Int64: Double], new: [Int64: Double]) in
            old.keys.filter { new[$0] == nil }.sorted().map { "\($0)" }
        }
        let come = { (old: [Int64: Double], new: [Int64: Double]) in new.filter { old[$0.key] != $0.value } }
        let boosts = "\(feed):reblogs"
        var changes: [KeyChange] = [
            .drop(from: boosts, gone(before.boosts, after.boosts)),
            .unlink(after.forgotten.sorted().map { "\(boosts):\($0)" }),
            .rankAll(in: feed, come(old, new).mapValues(Int64.init)),
            .rankAll(in: boosts, come(before.boosts, after.boosts).mapValues(Int64.init)),
        ]
        for (post, others) in after.further.sorted(by: { $0.key < $1.key }) {
            changes.append(.add(to: "\(boosts):\(post)", others.sorted().map { "\($0)" }))
        }
        changes.append(.drop(from: feed, gone(old, new)))
        return changes
    }
}
