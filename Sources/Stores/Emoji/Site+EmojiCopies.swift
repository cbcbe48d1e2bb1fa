import Model
import Postgres

extension Site where Mode == ReadWrite {
    /// Makes a local emoji of another server's, with the pictures stored here.
    ///
    /// - Returns: what became of it, nil when a picture is missing; and the files that went.
    /// - Throws: as `make`.
    package func copy(
        _ row: EmojiRow, replaces: Bool, isListed: Bool, category: String?
    ) async throws -> (EmojiMaking?, FilesGone) {
        guard let file = row.file, file.hasSafeNames,
            let content = try await objects.read(file.originalKey),
            let still = try await objects.read(file.key(style: Style(name: "static", fileExtension: "png")))
        else { return (nil, FilesGone()) }
        let ending = FileName(file.fileName).fileExtension
        let name = String(UInt64.random(in: 0 ... .max), radix: 16)
        let random = String(repeating: "0", count: 16 - name.utf8.count) + name
        let emoji = NewEmoji(
            row.shortcode, fileName: ending.isEmpty ? random : "\(random).\(ending)",
            picture: EmojiPicture(copying: content, still: still, mediaType: row.contentType ?? "image/png"),
            isListed: isListed, category: category)
        let (making, files) = try await make(emoji, replaces: replaces)
        if making != .exists { try await copyLicence(from: row.id, to: row.shortcode) }
        return (making, files)
    }

    /// What some servers keep of an emoji's licence.
    private func copyLicence(from source: Int64, to shortcode: String) async throws {
        let columns = ["license", "licence", "copy_permission", "author"].filter {
            instance.schema.has(column: $0, in: "custom_emojis")
        }
        if columns.isEmpty { return }
        let assignments = columns.map { column -> Statement in "\(identifier: column) = source.\(identifier: column)" }
        _ = try await database.write { connection in
            try await connection.execute(
                """
                update custom_emojis
                set \(fragment: .joined(assignments))
                from custom_emojis as source
                where source.id = \(source)
                    and lower(custom_emojis.shortcode) = lower(\(shortcode))
                    and custom_emojis.domain is null
                """)
        }
    }
}
