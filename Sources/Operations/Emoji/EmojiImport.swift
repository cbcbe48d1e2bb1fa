import Faults
import Model
import Stores

/// Makes local emoji of the pictures in an archive.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/emoji.rb` (`import`).
package struct EmojiImport: Operation {
    /// Pictures held in memory at once; each has less than 256 KiB.
    private static let batch = 32

    private let path: String
    private let prefix: String
    private let suffix: String
    private let overwrites: Bool
    private let isListed: Bool
    private let category: String?

    package init(
        path: String, prefix: String = "", suffix: String = "", overwrites: Bool, isListed: Bool, category: String?
    ) {
        self.path = path
        self.prefix = prefix
        self.suffix = suffix
        self.overwrites = overwrites
        self.isListed = isListed
        self.category = category
    }

    package var card: Card {
        Card(
            "emoji import", of: "emoji", "imported", risk: overwrites ? .moderate : .mild, runsUnattended: true,
            tables: ["custom_emojis", "custom_emoji_categories"], touchesFiles: true, namesItems: true)
    }

    /// Not counted: that would be the whole archive.
    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let operation = self
        // What is no archive is told before anything is done.
        _ = try EmojiArchive(path: path).next(1)
        let batches = Batches<Item> {
            var archive: EmojiArchive?
            return {
                let open = try archive ?? EmojiArchive(path: operation.path)
                archive = open
                let pictures = try open.next(Self.batch)
                if pictures.isEmpty { return nil }
                return try await operation.batch(of: pictures, at: site)
            }
        }
        return Prepared(Survey(count: nil), batches) { items, site in try await make(items, at: site) }
    }

    /// Later ones may have the names of earlier ones: one batch after the other.
    private func batch(of pictures: [ArchivedPicture], at site: Site<ReadOnly>) async throws -> Batch<Item> {
        let named = pictures.map { picture in
            Item(
                path: picture.path, fileName: picture.fileName,
                shortcode: prefix + FileName(picture.fileName).base + suffix, content: picture.content ?? [])
        }
        let taken = try await site.database.read { try await EmojiStore.taken(named.map(\.shortcode), over: $0) }
        var tally = Tally(visited: pictures.count)
        var items: [Item] = []
        for item in named {
            if !overwrites, taken.contains(item.shortcode.lowercased()) {
                tally.passed.append(ItemNote(item.path, "there is an emoji of that name"))
            } else if let flaw = item.flaw {
                tally.refused.append(ItemNote(item.path, flaw))
            } else {
                items.append(item)
            }
        }
        return Batch(items, tally, isAlone: true)
    }

    private func make(_ items: [Item], at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        for item in items {
            do {
                let picture = try EmojiPicture(item.content)
                let emoji = NewEmoji(
                    item.shortcode, fileName: item.fileName, picture: picture, isListed: isListed, category: category)
                let (making, files) = try await site.make(emoji, replaces: overwrites)
                outcome.add(files)
                if making == .exists {
                    outcome.skip([ItemNote(item.path, "there is an emoji of that name")])
                } else {
                    outcome.changed += 1
                    outcome.objects += 2
                }
                outcome.note(.replaced, making == .replaced ? 1 : 0)
            } catch let flaw as PictureFlaw {
                outcome.failures.append(ItemNote(item.path, flaw.reason))
            }
        }
        return outcome
    }

    /// A picture, and the emoji it is to be.
    package struct Item: WorkItem {
        let path: String
        let fileName: String
        let shortcode: String
        let content: [UInt8]

        package var label: String? { ":\(shortcode):" }

        /// Why the server would not take it, as far as that is seen without reading the picture.
        fileprivate var flaw: String? {
            if content.isEmpty { return "it has 256 KiB or more, or nothing" }
            return EmojiRules.flaw(ofShortcode: shortcode)
        }
    }
}
