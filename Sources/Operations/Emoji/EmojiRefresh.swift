import Model
import Stores

/// Fetches the pictures of other servers' emoji again.
package struct EmojiRefresh: Operation {
    private static let page = 20

    private let selection: EmojiSelection
    /// Whether pictures that are stored are fetched too.
    private let isForced: Bool
    private let servers: RemoteServers

    package init(_ selection: EmojiSelection, isForced: Bool, servers: RemoteServers) {
        self.selection = selection
        self.isForced = isForced
        self.servers = servers
    }

    package var card: Card {
        Card(
            "emoji refresh", of: "emoji", "fetched", tables: ["custom_emojis", "custom_emoji_categories"],
            touchesFiles: true, namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<EmojiRow> {
        let emoji = EmojiStore(selection, schema: site.instance.schema)
        let found = try await site.database.read { try await emoji.count(over: $0) }
        let isForced = isForced
        let batches = Batches<EmojiRow> {
            var next: Int64? = .min
            return {
                guard let after = next else { return nil }
                let page = try await site.database.read {
                    try await emoji.page(after: after, size: Self.page, over: $0)
                }
                next = page.count < Self.page ? nil : page.last?.id
                if page.isEmpty { return nil }
                if isForced { return Batch(page) }
                let keys = page.compactMap { $0.file }.filter(\.hasSafeNames).flatMap(\.keys)
                let there = try await site.objects.existing(of: keys)
                let missing = page.filter { row in
                    row.file.map { file in !file.hasSafeNames || !file.keys.allSatisfy(there.contains) } ?? true
                }
                return Batch(missing, visited: page.count)
            }
        }
        return Prepared(Survey(count: found.rows), batches) { rows, site in
            var outcome = Outcome()
            for row in rows {
                do {
                    let picture = try await servers.picture(at: row.source ?? "")
                    let (isDone, files) = try await site.replace(row, by: picture)
                    outcome.changed += isDone ? 1 : 0
                    outcome.skipped += isDone ? 0 : 1
                    outcome.add(files)
                } catch let flaw as PictureFlaw {
                    outcome.failures.append(ItemNote(row.name, flaw.reason))
                }
            }
            return outcome
        }
    }
}
