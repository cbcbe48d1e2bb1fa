import Model
import Postgres

/// The rows of custom emoji that a selection means.
package struct EmojiStore: Sendable {
    package let selection: EmojiSelection
    let schema: LiveSchema

    package init(_ selection: EmojiSelection, schema: LiveSchema) {
        self.selection = selection
        self.schema = schema
    }

    /// The next rows after an id. Walks the primary key.
    package func page(
        after id: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [EmojiRow] {
        try await connection.rows(
            """
            \(fragment: Self.rows)
            where emoji.id > \(id)
                and \(fragment: conditions)
            order by emoji.id
            limit \(size)
            """, Self.decode)
    }

    /// How many rows there are, and the bytes their columns claim.
    package func count(over connection: Transaction<some Access>) async throws -> (rows: Int, bytes: Int64) {
        try await connection.first(
            """
            select count(*), coalesce(sum(emoji.image_file_size), 0)::bigint
            from custom_emojis as emoji
            left join custom_emoji_categories as category on category.id = emoji.category_id
            where \(fragment: conditions)
            """
        ) { (try $0.value(0, as: Int.self), try $0.value(1, as: Int64.self)) } ?? (0, 0)
    }

    /// Whether there is a category of that name.
    package static func hasCategory(_ name: String, over connection: Transaction<some Access>) async throws -> Bool {
        try await connection.first("select true from custom_emoji_categories where name = \(name)") { _ in true }
            ?? false
    }

    /// Deletes those of some rows that the selection still means, with their pictures.
    ///
    /// Source: Mastodon 4.6.5 `app/models/custom_emoji.rb`.
    package func delete(
        _ ids: [Int64], over connection: Transaction<ReadWrite>
    ) async throws -> (gone: [EmojiRow], files: [StoredFile], aftermath: Aftermath) {
        let gone = try await connection.rows(
            """
            \(fragment: Self.rows)
            where emoji.id = any(\(ids))
                and \(fragment: conditions)
            order by emoji.id
            for update of emoji
            """, Self.decode)
        try await connection.execute("delete from custom_emojis where id = any(\(gone.map(\.id)))")
        var aftermath = Aftermath()
        gone.forEach { aftermath.forget($0.cacheKey) }
        return (gone, gone.compactMap(\.file), aftermath)
    }

    // MARK: - statements

    static let rows: Statement = """
        select
            emoji.id, emoji.shortcode, emoji.domain, category.name, emoji.visible_in_picker, emoji.disabled,
            emoji.image_file_name, emoji.image_content_type, coalesce(emoji.image_storage_schema_version, 0)::bigint,
            coalesce(emoji.image_file_size, 0)::bigint, extract(epoch from emoji.updated_at)::double precision,
            emoji.image_remote_url
        from custom_emojis as emoji
        left join custom_emoji_categories as category on category.id = emoji.category_id
        """

    static let decode: @Sendable (borrowing Row) throws -> EmojiRow = { row in
        EmojiRow(
            id: try row[0], shortcode: try row[1], domain: try row[2], category: try row[3], isListed: try row[4],
            isDisabled: try row[5], fileName: try row[6], contentType: try row[7],
            schemaVersion: try row.value(8, as: Int.self), bytes: try row[9],
            updated: UTCTime(try row.value(10, as: Double.self)), source: try row[11])
    }

    private var conditions: Statement {
        var all: [Statement] = []
        switch selection.origin {
        case .everywhere: break
        case .local: all.append("emoji.domain is null")
        case .remote: all.append("emoji.domain is not null")
        case .suspended: all.append(isSuspended)
        }
        if !selection.domains.isEmpty {
            let ends = selection.domains.map { ".\($0)" }
            all.append(
                """
                (emoji.domain = any(\(selection.domains))
                    or exists (
                        select from unnest(\(ends)) as ending
                        where right(lower(emoji.domain), length(ending)) = ending))
                """)
        }
        if let category = selection.category { all.append("category.name = \(category)") }
        if let match = selection.match { all.append("position(lower(\(match)) in lower(emoji.shortcode)) > 0") }
        if !selection.shortcodes.isEmpty {
            all.append("lower(emoji.shortcode) = any(\(selection.shortcodes.map { $0.lowercased() }))")
        }
        return all.isEmpty ? "true" : .joined(all, separator: "\n    and ")
    }

    /// Whether the server, or one above it, is suspended: one probe of the blocks for each part of its name.
    private var isSuspended: Statement {
        """
        exists (
            select from generate_series(1, cardinality(string_to_array(emoji.domain, '.'))) as place
            join domain_blocks as block
                on block.domain = array_to_string((string_to_array(emoji.domain, '.'))[place:], '.')
            where block.severity = 1)
        """
    }
}
