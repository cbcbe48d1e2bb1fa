import Model
import Stores

/// The plan of a pruning: posts, then attachments, then conversations. Each kind is looked for when the one before is
/// done, since that leaves more of it.
struct PostPruneWalk {
    private enum Stage { case posts, afterPosts, attachments, conversations, afterConversations, over }

    private static let conversationsLookedAt = 5_000
    /// Without an index each page is a pass over all posts.
    private static let conversationsWithoutIndex = 200_000

    private let posts: PrunablePosts
    private let rows: LeftoverRows
    private let extent: PostPruning.Extent
    private let hasIndex: Bool
    private var stage: Stage
    private var next: Int64?
    /// What a page has found and no batch has taken yet.
    private var found: [PostPruning.Item] = []
    private var cursor: Int64?

    init(
        _ posts: PrunablePosts, _ rows: LeftoverRows, _ extent: PostPruning.Extent, start: Int64, hasIndex: Bool
    ) {
        self.posts = posts
        self.rows = rows
        self.extent = extent
        self.hasIndex = hasIndex
        stage = extent.skipsPosts ? .afterPosts : .posts
        next = start
    }

    mutating func next(at site: Site<ReadOnly>) async throws -> Batch<PostPruning.Item>? {
        while true {
            if !found.isEmpty {
                let some = Array(found.prefix(extent.batch))
                found.removeFirst(some.count)
                // A page is behind us with its last batch.
                return Batch(some, visited: 0, cursor: found.isEmpty ? cursor.map { "\($0)" } : nil)
            }
            switch stage {
            case .posts:
                guard let after = next else {
                    stage = .afterPosts
                    continue
                }
                let page = try await site.database.read { [posts] in try await posts.page(after: after, over: $0) }
                next = page.last
                cursor = page.last
                found = page.posts.map { .post($0.id) }
                if page.visited > 0 { return Batch([], visited: page.visited) }
            case .afterPosts:
                (stage, next, cursor) = (.attachments, .min, nil)
                return Batch([.tidying("statuses")], visited: 0, isAlone: true)
            case .attachments:
                guard !extent.skipsMedia, let after = next else {
                    (stage, next) = (.conversations, .min)
                    continue
                }
                let size = extent.batch
                let page = try await site.database.read { [rows] in
                    try await rows.attachments(after: after, size: size, over: $0)
                }
                next = page.count < size ? nil : page.last?.id
                if !page.isEmpty { return Batch(page.map(PostPruning.Item.attachment)) }
            case .conversations:
                guard let after = next else {
                    stage = .afterConversations
                    continue
                }
                let size = hasIndex ? Self.conversationsLookedAt : Self.conversationsWithoutIndex
                let page = try await site.database.read { [rows] in
                    try await rows.conversations(after: after, size: size, over: $0)
                }
                next = page.last
                found = page.found.map { .conversation($0) }
                if page.visited > 0 { return Batch([], visited: page.visited) }
            case .afterConversations:
                stage = .over
                return Batch([.tidying("conversations")], visited: 0, isAlone: true)
            case .over: return nil
            }
        }
    }
}
