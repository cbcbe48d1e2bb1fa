/// What rows tell about posts, in the order of the posts' ids: to be taken up in that order, with nothing to look up.
struct ByPost<Value: Sendable>: Sendable {
    /// Ascending; a post has as many as it has values.
    private(set) var posts: [Int64] = []
    private var values: [Value] = []
    private var next = 0

    /// Adds a value of the post that was added last, or of one with a higher id.
    mutating func add(_ post: Int64, _ value: Value) {
        posts.append(post)
        values.append(value)
    }

    /// Each post once.
    var distinctPosts: [Int64] {
        posts.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// The values of a post, which must not be below the one asked for before.
    mutating func take(_ post: Int64) -> ArraySlice<Value> {
        while next < posts.count, posts[next] < post { next += 1 }
        let start = next
        while next < posts.count, posts[next] == post { next += 1 }
        return values[start..<next]
    }
}

extension Collection where Element: Hashable {
    /// Each element once, where it comes first.
    var uniqued: [Element] {
        // A few are faster looked through than hashed; but a post may have been liked by everybody here.
        if count < 16 { return reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
        var known: Set<Element> = []
        return filter { known.insert($0).inserted }
    }
}
