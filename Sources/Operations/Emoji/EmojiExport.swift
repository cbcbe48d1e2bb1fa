import Faults
import Glibc
import Model
import Stores

/// Writes the pictures of local emoji into `export.tar.gz` in a folder.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/emoji.rb` (`export`).
package struct EmojiExporting: Question {
    private let folder: String
    private let category: String?
    private let overwrites: Bool

    package init(into folder: String, category: String?, overwrites: Bool) {
        self.folder = folder
        self.category = category
        self.overwrites = overwrites
    }

    /// - Throws: `Fault(.badData)` when there is one and it is to be kept, `Fault(.noSuch)` without such a category,
    ///   `Fault(.inputOutput)`.
    package func answer(at site: Site<ReadOnly>) async throws -> EmojiExport {
        try await .writing(into: folder, category: category, overwrites: overwrites, at: site)
    }
}

/// The pictures of local emoji, written into an archive.
package struct EmojiExport: Sendable, Encodable {
    package let schema = "emoji.export/1"
    package var path: String
    package var exported = 0
    /// Emoji whose picture is missing.
    package var missing: [String] = []

    private static let page = 200
    /// Pictures asked of the storage at the same time.
    private static let width = 8

    fileprivate static func writing(
        into folder: String, category: String?, overwrites: Bool, at site: Site<ReadOnly>
    ) async throws -> EmojiExport {
        var export = EmojiExport(path: folder.hasSuffix("/") ? "\(folder)export.tar.gz" : "\(folder)/export.tar.gz")
        if !overwrites, access(export.path, F_OK) == 0 {
            throw Fault(.badData, "there is a file \(export.path)", help: "give --overwrite to replace it")
        }
        if let category {
            guard try await site.database.read({ try await EmojiStore.hasCategory(category, over: $0) }) else {
                throw Fault(.noSuch, "there is no category \(category)", help: "try `mastoctl emoji list --local`")
            }
        }
        let archive = try NewEmojiArchive(path: export.path)
        do {
            try await export.fill(
                archive, EmojiStore(EmojiSelection(.local, category: category), schema: site.instance.schema), at: site)
            try archive.finish()
        } catch {
            archive.discard()
            throw error
        }
        return export
    }

    private mutating func fill(
        _ archive: NewEmojiArchive, _ emoji: EmojiStore, at site: Site<ReadOnly>
    ) async throws {
        var after = Int64.min
        while true {
            let start = after
            let page = try await site.database.read {
                try await emoji.page(after: start, size: Self.page, over: $0)
            }
            guard let last = page.last else { return }
            after = last.id
            for some in page.chunks(of: Self.width) {
                for (row, content) in zip(some, try await Self.contents(of: some, at: site)) {
                    guard let content, let file = row.file else {
                        missing.append(row.shortcode)
                        continue
                    }
                    let ending = FileName(file.fileName).fileExtension
                    try archive.add(ending.isEmpty ? row.shortcode : "\(row.shortcode).\(ending)", content)
                    exported += 1
                }
            }
        }
    }

    private static func contents(of rows: [EmojiRow], at site: Site<ReadOnly>) async throws -> [[UInt8]?] {
        try await withThrowingTaskGroup(of: (Int, [UInt8]?).self) { group in
            for (place, row) in rows.enumerated() {
                group.addTask {
                    guard let file = row.file, file.hasSafeNames else { return (place, nil) }
                    return (place, try await site.objects.read(file.originalKey))
                }
            }
            return try await group.reduce(into: [[UInt8]?](repeating: nil, count: rows.count)) { $0[$1.0] = $1.1 }
        }
    }
}
