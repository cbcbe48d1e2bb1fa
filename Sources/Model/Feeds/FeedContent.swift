/// What a feed holds in Redis, as the server fills it: posts by their id, and which posts are shown by a boost.
///
/// Source: Mastodon 4.6.5 `app/lib/feed_manager.rb` (`add_to_feed`, `trim`).
package struct FeedContent: Sendable, Equatable {
    /// Posts a feed holds at most.
    package static let capacity = 800
    /// Posts taken from one account when a feed is filled, and how many make a feed full enough to skip old ones.
    package static let half = capacity / 2

    /// A member of a sorted set. Redis keeps scores as floating-point numbers, so that ids close together share one.
    package struct Member: Sendable, Equatable, Comparable {
        package var post: Int64
        package var score: Double

        package init(_ post: Int64, score: Double) {
            self.post = post
            self.score = score
        }

        /// Redis puts members of one score in the order of their letters.
        package static func < (left: Self, right: Self) -> Bool {
            left.score == right.score
                ? "\(left.post)".utf8.lexicographicallyPrecedes("\(right.post)".utf8) : left.score < right.score
        }
    }

    /// How many posts down a boosted post counts as seen.
    private let falloff: Int
    /// From the oldest to the newest.
    package private(set) var members: [Member]
    private var scores: [Int64: Double]
    /// Boosted posts, and the boost that shows them.
    package private(set) var boosts: [Int64: Double]
    /// Boosts of posts that another boost shows already, by the post.
    package private(set) var further: [Int64: Set<Int64>] = [:]
    /// Posts of whose boosts nothing is remembered any more.
    package private(set) var forgotten: Set<Int64> = []

    /// - Parameter falloff: 40 up to 4.6, 80 since 4.7.
    package init(_ members: [Member], boosts: [Member], falloff: Int) {
        self.falloff = falloff
        self.members = members.sorted()
        scores = Dictionary(members.map { ($0.post, $0.score) }) { $1 }
        self.boosts = Dictionary(boosts.map { ($0.post, $0.score) }) { $1 }
    }

    package var isHalfFull: Bool { members.count >= Self.half }
    /// The id below which nothing stays, as the server reads it from the score.
    package var oldest: Int64 { members.first.map { Int64($0.score) } ?? .min }

    /// Adds a post.
    ///
    /// - Parameters:
    ///   - boosted: the post it boosts.
    ///   - joins: whether several boosts of a post are shown as one.
    package mutating func add(_ post: Int64, boosting boosted: Int64?, joins: Bool) {
        guard let boosted, joins else {
            if boosts[post] == nil { insert(post) }
            return
        }
        if let place = placeFromTop(boosted), place < falloff { return }
        guard boosts[boosted] == nil else {
            further[boosted, default: []].insert(post)
            return
        }
        boosts[boosted] = Double(post)
        insert(post)
    }

    /// Drops what is too much, and forgets boosts that are far down.
    package mutating func trim() {
        if members.count > Self.capacity {
            let gone = members.prefix(members.count - Self.capacity)
            for member in gone { scores[member.post] = nil }
            members.removeFirst(gone.count)
        }
        guard members.count > falloff else { return }
        let limit = members[members.count - 1 - falloff].score.rounded(.towardZero)
        for (post, score) in boosts where score >= 0 && score <= limit {
            boosts[post] = nil
            further[post] = nil
            forgotten.insert(post)
        }
    }

    private mutating func insert(_ post: Int64) {
        let member = Member(post, score: Double(post))
        if let score = scores[post] {
            if score == member.score { return }
            members.remove(at: place(of: Member(post, score: score)))
        }
        scores[post] = member.score
        members.insert(member, at: place(of: member))
    }

    private func placeFromTop(_ post: Int64) -> Int? {
        scores[post].map { members.count - 1 - place(of: Member(post, score: $0)) }
    }

    /// Where a member is or belongs.
    private func place(of member: Member) -> Int {
        var (low, high) = (0, members.count)
        while low < high {
            let middle = (low + high) / 2
            if members[middle] < member { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
