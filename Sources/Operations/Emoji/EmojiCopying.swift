import Model
import Stores

/// Makes local emoji of those of other servers, with the pictures that are stored here.
///
/// Source: Mastodon 4.6.5 `app/models/custom_emoji.rb` (`copy!`).
package struct EmojiCopying: Operation {
    private static let page = 50

    private let selection: EmojiSelection
    private let overwrites: Bool
    private let isListed: Bool
    private let category: String?

    package init(_ selection: EmojiSelection, overwrites: Bool, isListed: Bool, category: String?) {
        self.selection = selection
        self.overwrites = overwrites
        self.isListed = isListed
        self.category = category
    }

    package var card: Card {
        Card(
            "emoji copy", of: "emoji", "copied", risk: overwrites ? .moderate : .mild,
            tables: ["custom_emojis", "custom_emoji_categories"], touchesFiles: true, namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<EmojiRow> {
        let emoji = EmojiStore(selection, schema: site.instance.schema)
        let found = try await site.database.read { try await emoji.count(over: $0) }
        let overwrites = overwrites
        let batches = Batches<EmojiRow> {
            var next: Int64? = .min
            return {
                guard let after = next else { return nil }
                let (page, taken) = try await site.database.read { connection in
                    let page = try await emoji.page(after: after, size: Self.page, over: connection)
                    return (page, try await EmojiStore.taken(page.map(\.shortcode), over: connection))
                }
                next = page.count < Self.page ? nil : page.last?.id
                if page.isEmpty { return nil }
                var tally = Tally(visited: page.count)
                let rows = page.filter { row in
                    if !overwrites, taken.contains(row.shortcode.lowercased()) {
                        tally.passed.append(ItemNote(row.name, "there is an emoji of that name"))
                        return false
                    }
                    if let flaw = EmojiRules.flaw(ofShortcode: row.shortcode) {
                        tally.refused.append(ItemNote(row.name, flaw))
                        return false
                    }
                    return true
                }
                // Two servers may have one name.
                return Batch(rows, tally, isAlone: true)
            }
        }
        return Prepared(Survey(count: found.rows), batches) { rows, site in
            var outcome = Outcome()
            for row in rows {
                switch try await site.copy(row, replaces: overwrites, isListed: isListed, category: category) {
                case (.exists?, let files):
                    outcome.add(files)
                    outcome.skip([ItemNote(row.name, "there is an emoji of that name")])
                case (nil, _): outcome.failures.append(ItemNote(row.name, "its picture is missing"))
                case (let making?, let files):
                    outcome.add(files)
                    outcome.changed += 1
                    outcome.objects += 2
                    outcome.note(.replaced, making == .replaced ? 1 : 0)
                }
            }
            return outcome
        }
    }
}
