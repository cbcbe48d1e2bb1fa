import Model
import Pictures
import Postgres

/// A picture that can become an emoji: looked at, and with its still rendition made.
package struct EmojiPicture: Sendable {
    package var content: [UInt8]
    package var still: [UInt8]
    package var mediaType: String

    /// - Throws: `PictureFlaw`: why the server would not take it, or why it cannot be read here.
    package init(_ content: [UInt8]) throws {
        guard content.count < EmojiRules.size else { throw PictureFlaw(reason: "it has 256 KiB or more") }
        guard let picture = Picture(content) else { throw PictureFlaw(reason: "it is no PNG or GIF picture") }
        let bound = picture.form == .gif ? EmojiRules.pixelsOfGIF : EmojiRules.pixels
        let (pixels, isTooMany) = picture.width.multipliedReportingOverflow(by: picture.height)
        guard !isTooMany, pixels <= bound else {
            throw PictureFlaw(reason: "it has more than \(bound) pixels")
        }
        self.content = content
        do { still = try Picture.still(of: content) } catch let error as PictureError {
            throw PictureFlaw(reason: error.reason)
        }
        mediaType = picture.form.mediaType
    }

    /// Of one that has its still rendition already.
    package init(copying content: [UInt8], still: [UInt8], mediaType: String) {
        self.content = content
        self.still = still
        self.mediaType = mediaType
    }
}

/// Why a picture is not taken.
package struct PictureFlaw: Error, Sendable, Equatable {
    /// For people: `it is no PNG or GIF picture`.
    package var reason: String
}

/// How a local emoji is to be.
package struct NewEmoji: Sendable {
    package var shortcode: String
    package var fileName: String
    package var picture: EmojiPicture
    package var isListed: Bool
    package var category: String?

    package init(
        _ shortcode: String, fileName: String, picture: EmojiPicture, isListed: Bool = true, category: String? = nil
    ) {
        self.shortcode = shortcode
        self.fileName = fileName
        self.picture = picture
        self.isListed = isListed
        self.category = category
    }
}

/// What became of an emoji that was to be made.
package enum EmojiMaking: Sendable, Equatable {
    case made, replaced
    /// There is one of that name.
    case exists
}

extension EmojiStore {
    /// Those of some shortcodes, in small letters, that there is a local emoji of.
    package static func taken(
        _ shortcodes: [String], over connection: Transaction<some Access>
    ) async throws -> Set<String> {
        Set(
            try await connection.rows(
                """
                select lower(shortcode)
                from custom_emojis
                where lower(shortcode) = any(\(shortcodes.map { $0.lowercased() }))
                    and domain is null
                """
            ) { try $0.value(0, as: String.self) })
    }

    /// A category of that name, made when there is none.
    fileprivate static func category(_ name: String, over connection: Transaction<ReadWrite>) async throws -> Int64? {
        try await connection.execute(
            """
            insert into custom_emoji_categories (name, created_at, updated_at)
            select \(name)::text, now() at time zone 'utc', now() at time zone 'utc'
            where not exists (select from custom_emoji_categories where name = \(name))
            on conflict do nothing
            """)
        return try await connection.first("select id from custom_emoji_categories where name = \(name)") {
            try $0.value(0, as: Int64.self)
        }
    }

    fileprivate static func existing(
        _ shortcode: String, over connection: Transaction<ReadWrite>
    ) async throws -> EmojiRow? {
        try await connection.first(
            """
            \(fragment: rows)
            where lower(emoji.shortcode) = lower(\(shortcode))
                and emoji.domain is null
            order by emoji.id
            limit 1
            for update of emoji
            """, decode)
    }

    fileprivate static func update(
        _ id: Int64, _ emoji: NewEmoji, category: Int64?, over connection: Transaction<ReadWrite>
    ) async throws {
        try await connection.execute(
            """
            update custom_emojis
            set
                image_file_name = \(emoji.fileName),
                image_content_type = \(emoji.picture.mediaType),
                image_file_size = \(emoji.picture.content.count),
                image_updated_at = now() at time zone 'utc',
                image_storage_schema_version = 1,
                visible_in_picker = \(emoji.isListed),
                category_id = \(category),
                updated_at = now() at time zone 'utc'
            where id = \(id)
            """)
    }

    fileprivate static func insert(
        _ id: Int64, _ emoji: NewEmoji, category: Int64?, over connection: Transaction<ReadWrite>
    ) async throws -> Bool {
        try await connection.execute(
            """
            insert into custom_emojis (
                id, shortcode, domain, image_file_name, image_content_type, image_file_size, image_updated_at,
                image_storage_schema_version, visible_in_picker, category_id, created_at, updated_at)
            values (
                \(id), \(emoji.shortcode), null, \(emoji.fileName), \(emoji.picture.mediaType),
                \(emoji.picture.content.count), now() at time zone 'utc', 1, \(emoji.isListed), \(category),
                now() at time zone 'utc', now() at time zone 'utc')
            on conflict do nothing
            """) > 0
    }

    fileprivate static func nextID(over connection: Transaction<ReadWrite>) async throws -> Int64 {
        try await connection.first("select nextval('custom_emojis_id_seq')") { try $0.value(0, as: Int64.self) } ?? 0
    }
}

extension Site where Mode == ReadWrite {
    /// Makes a local emoji, or gives one that is there another picture: its files first, then the row that names them,
    /// then the files go that nothing names any more.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli/emoji.rb` (`import`), observed on rows and files.
    ///
    /// - Parameter replaces: whether one that is there is changed.
    /// - Throws: as `change`, and what the storage throws.
    package func make(_ emoji: NewEmoji, replaces: Bool) async throws -> (EmojiMaking, FilesGone) {
        try await changeWithFiles { connection in
            let category: Int64? =
                if let name = emoji.category {
                    try await EmojiStore.category(name, over: connection)
                } else { nil }
            if let row = try await EmojiStore.existing(emoji.shortcode, over: connection) {
                guard replaces else { return (.exists, [], Aftermath()) }
                let new = try await store(emoji, of: row.id)
                try await EmojiStore.update(row.id, emoji, category: category, over: connection)
                var aftermath = Aftermath()
                aftermath.forget(row.cacheKey)
                let old = [row.file].compactMap { $0 }.filter { $0.fileName != new.fileName }
                return (.replaced, old, aftermath)
            }
            let id = try await EmojiStore.nextID(over: connection)
            let file = try await store(emoji, of: id)
            guard try await EmojiStore.insert(id, emoji, category: category, over: connection) else {
                return (.exists, [file], Aftermath())
            }
            var aftermath = Aftermath()
            aftermath.forget("emoji:" + emoji.shortcode.lowercased())
            return (.made, [], aftermath)
        }
    }

    private func store(_ emoji: NewEmoji, of id: Int64) async throws -> StoredFile {
        let file = StoredFile(
            kind: .emoji, id: id, fileName: emoji.fileName, contentType: emoji.picture.mediaType, schemaVersion: 1,
            isLocal: true)
        try await objects.upload(emoji.picture.content, as: emoji.picture.mediaType, to: file.originalKey)
        let still = file.key(style: Style(name: "static", fileExtension: "png"))
        try await objects.upload(emoji.picture.still, as: "image/png", to: still)
        return file
    }
}
