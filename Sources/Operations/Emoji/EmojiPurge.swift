import Model
import Stores

/// Deletes custom emoji with their pictures.
package struct EmojiPurge: Operation {
    private static let page = 500

    private let selection: EmojiSelection

    package init(_ selection: EmojiSelection) {
        self.selection = selection
    }

    package var card: Card {
        // Emoji of other servers are fetched again with the next post that has them; those of this server are lost.
        let isLost = selection.origin == .everywhere || selection.origin == .local
        return Card(
            "emoji purge", of: "emoji", risk: isLost ? .severe(name: "purge") : .moderate, runsUnattended: !isLost,
            tables: ["custom_emojis", "custom_emoji_categories", "domain_blocks"], touchesFiles: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<EmojiRow> {
        let emoji = EmojiStore(selection, schema: site.instance.schema)
        let found = try await site.database.read { try await emoji.count(over: $0) }
        let batches = Batches(pagesOf: Self.page, by: \EmojiRow.id) { after in
            try await site.database.read { try await emoji.page(after: after, size: Self.page, over: $0) }
        }
        return Prepared(Survey(count: found.rows, bytes: found.bytes), batches) { rows, site in
            let (gone, files) = try await site.changeWithFiles { connection in
                let (gone, files, aftermath) = try await emoji.delete(rows.map(\.id), over: connection)
                return (gone, files, aftermath)
            }
            var outcome = Outcome(
                changed: gone.count, skipped: rows.count - gone.count,
                bytes: gone.reduce(0) { $0.adding($1.bytes) })
            outcome.add(files)
            return outcome
        }
    }
}

extension EmojiRow: WorkItem {
    package var label: String? { name }
}
