import HTTP
import Model
import Postgres

extension RemoteServers {
    /// A picture from its own server; up to three redirections are followed.
    ///
    /// - Throws: `PictureFlaw`: why there is none.
    package func picture(at address: String) async throws -> EmojiPicture {
        var url = address
        for _ in 0...3 {
            guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
                throw PictureFlaw(reason: "it has no address to fetch it from")
            }
            let answer: Answer
            do {
                answer = try await get(url, accept: "image/png, image/gif")
            } catch let error as HTTPError {
                throw PictureFlaw(reason: error.reason)
            }
            switch answer.status {
            case 200: return try EmojiPicture(answer.body)
            case 301, 302, 303, 307, 308: url = answer.location ?? ""
            case let status: throw PictureFlaw(reason: "its server answered with status \(status)")
            }
        }
        throw PictureFlaw(reason: "its server sends from address to address")
    }
}

extension Site where Mode == ReadWrite {
    /// Gives an emoji of another server the picture that was fetched: its files first, then the row, then the old ones go.
    ///
    /// - Returns: false when the row is gone or is another now; and the files that went.
    /// - Throws: as `change`, and what the storage throws.
    package func replace(_ row: EmojiRow, by picture: EmojiPicture) async throws -> (Bool, FilesGone) {
        let name = String(UInt64.random(in: 0 ... .max), radix: 16)
        let ending = picture.mediaType == "image/gif" ? "gif" : "png"
        let file = StoredFile(
            kind: .emoji, id: row.id,
            fileName: String(repeating: "0", count: 16 - name.utf8.count) + "\(name).\(ending)",
            contentType: picture.mediaType, schemaVersion: 1, isLocal: row.domain == nil)
        let still = file.key(style: Style(name: "static", fileExtension: "png"))
        try await objects.upload(picture.content, as: picture.mediaType, to: file.originalKey)
        try await objects.upload(picture.still, as: "image/png", to: still)
        return try await changeWithFiles { connection in
            let count = try await connection.execute(
                """
                update custom_emojis
                set
                    image_file_name = \(file.fileName),
                    image_content_type = \(picture.mediaType),
                    image_file_size = \(picture.content.count),
                    image_updated_at = now() at time zone 'utc',
                    image_storage_schema_version = 1,
                    updated_at = now() at time zone 'utc'
                where id = \(row.id)
                    and image_file_name is not distinct from \(row.fileName)
                """)
            var aftermath = Aftermath()
            aftermath.forget(row.cacheKey)
            return (count > 0, count > 0 ? [row.file].compactMap { $0 } : [file], aftermath)
        }
    }
}
