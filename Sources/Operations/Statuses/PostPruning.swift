import Faults
import Model
import Stores

/// Removes posts of other servers that nobody here has to do with, and what is left of them: attachments without a post
/// and conversations without one.
package struct PostPruning: Operation {
    package struct Extent: Sendable, Equatable {
        package var skipsPosts = false
        package var skipsMedia = false
        /// Whether tables are written anew, which locks them.
        package var compresses = false
        /// Whether a run that was cut short goes on where it was.
        package var goesOn = false
        /// Rows deleted in one transaction.
        package var batch = 1_000

        package init() {}
    }

    private let rule: PostPruneRule
    private let extent: Extent
    private let repack: (@Sendable (String) async -> String?)?

    /// - Parameter repack: writes a table anew beside those who use it, or tells why it cannot.
    package init(
        _ rule: PostPruneRule, _ extent: Extent, repack: (@Sendable (String) async -> String?)? = nil
    ) {
        self.rule = rule
        self.extent = extent
        self.repack = repack
    }

    package var card: Card {
        Card(
            "statuses remove", of: "posts, attachments and conversations", risk: .moderate, runsUnattended: true,
            lock: rule.shard.map { .shared("statuses remove \($0.number)/\($0.count)") } ?? .own,
            tables: [
                "statuses", "accounts", "follows", "mentions", "favourites", "bookmarks", "status_pins", "polls",
                "media_attachments", "conversations",
            ], touchesFiles: !extent.skipsMedia, namesItems: false)
    }

    /// Where it is remembered how far a run has come.
    private var memory: String { "statuses-remove\(rule.shard.map { "-\($0.number)-\($0.count)" } ?? "").next" }

    /// Not counted: that would be half the work.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let hasIndex = try await site.database.read { try await LeftoverRows.hasIndex(over: $0) }
        if rule.keepsThreads, !hasIndex {
            throw Fault(
                .configuration, "--keep-threads needs an index on the conversations of posts, and there is none",
                help: "create it: create index concurrently on statuses (conversation_id)")
        }
        let start = extent.goesOn ? try remembered(at: site.state) : .min
        let posts = PrunablePosts(rule, schema: site.instance.schema, now: .now)
        let rows = LeftoverRows(site.instance, days: rule.days, shard: rule.shard)
        let (extent, memory) = (extent, memory)
        let batches = Batches<Item> {
            var walk = PostPruneWalk(posts, rows, extent, start: start, hasIndex: hasIndex)
            return {
                var now = walk
                defer { walk = now }
                return try await now.next(at: site)
            }
        }
        return Prepared(Survey(count: nil), batches) { items, site in
            try await perform(items, posts, rows, hasIndex: hasIndex, at: site)
        }.reached { cursor, site in
            try? site.state.write(memory, Array("\(cursor)\n".utf8))
        }.finish { report, site in
            if report.stopped == nil, report.failed == 0 { site.state.remove(memory) }
        }.release { site in
            if !hasIndex { try? await site.dropConversationIndex() }
        }
    }

    private func remembered(at state: StateFolder<ReadOnly>) throws -> Int64 {
        let text = try state.read(memory).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return Int64(text.filter { $0 != "\n" }) ?? .min
    }

    private func perform(
        _ items: [Item], _ posts: PrunablePosts, _ rows: LeftoverRows, hasIndex: Bool, at site: Site<ReadWrite>
    ) async throws -> Outcome {
        var outcome = Outcome()
        let ids = items.compactMap(\.id)
        switch items.first {
        case .post?:
            let gone = try await site.prune(ids, by: posts)
            outcome.changed = gone.count
            outcome.note(.posts, gone.count)
            outcome.note(.postsNotForEverybody, gone.count { !$0.isPublic })
        case .attachment?:
            let (count, files) = try await site.changeWithFiles { try await rows.deleteAttachments(ids, over: $0) }
            outcome.changed = count
            outcome.bytes = count == ids.count ? items.reduce(0) { $0.adding($1.bytes) } : 0
            outcome.note(.attachments, count)
            outcome.add(files)
        case .conversation?:
            outcome.changed = try await site.change { (try await rows.deleteConversations(ids, over: $0), Aftermath()) }
            outcome.note(.conversations, outcome.changed)
        case .tidying(let table)?:
            try await tidy(table, at: site)
            if table == "statuses", !hasIndex { try await site.makeConversationIndex() }
        case nil: break
        }
        outcome.skipped = ids.count - outcome.changed
        return outcome
    }

    /// Beside those who use the table where that can be had, else by keeping them from it.
    private func tidy(_ table: String, at site: Site<ReadWrite>) async throws {
        if extent.compresses, let repack {
            guard let obstacle = await repack(table) else { return }
            try Task.checkCancellation()
            site.warnings.warn("\(table) is locked while it is written anew: \(obstacle)")
        }
        try await site.tidy(table, compresses: extent.compresses)
    }

    /// What is removed, or done between two kinds of that.
    package enum Item: WorkItem {
        case post(Int64)
        case attachment(LeftoverRows.Leftover)
        case conversation(Int64)
        /// Of a table whose rows have gone.
        case tidying(String)

        var id: Int64? {
            switch self {
            case .post(let id), .conversation(let id): id
            case .attachment(let row): row.id
            case .tidying: nil
            }
        }

        package var label: String? {
            switch self {
            case .post(let id): "post \(id)"
            case .attachment(let row): "attachment \(row.id)"
            case .conversation(let id): "conversation \(id)"
            case .tidying: nil
            }
        }

        package var weight: Int { if case .tidying = self { 0 } else { 1 } }
        package var bytes: Int64 { if case .attachment(let row) = self { row.bytes } else { 0 } }
    }
}
