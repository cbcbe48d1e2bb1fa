import Postgres

/// What the tests know of stored names, written in SQL apart from the code under test.
package enum Expected {
    /// The folder of an attachment's files below the media root, for an alias of its table.
    ///
    /// Source: Mastodon 4.6.5 `config/initializers/paperclip.rb`.
    package static func folder(
        _ path: String, item: String, isRemote: Statement, version: Statement
    ) -> Statement {
        """
        case when \(fragment: isRemote) and coalesce((\(fragment: version))::bigint, 0) >= 1 then 'cache/' else '' end
            || \(literal: path) || '/'
            || regexp_replace(
                lpad(\(identifier: item).id::text, case when \(identifier: item).id < 1000000000 then 9 else 18 end, '0'),
                '(\\d{3})(?=\\d)', '\\1/', 'g')
        """
    }

    /// The folder of a media attachment's main file; the table's alias is `item`.
    package static var mediaFolder: Statement {
        folder(
            "media_attachments/files", item: "item", isRemote: "item.remote_url <> ''",
            version: "item.file_storage_schema_version")
    }
}

extension Stage {
    /// The key of every original that a row of `media_attachments` names.
    package func namedOriginals(where condition: Statement = "true") async throws -> Set<String> {
        Set(
            try await texts(
                """
                select \(fragment: Expected.mediaFolder) || '/original/' || item.file_file_name
                from media_attachments as item
                where item.file_file_name <> '' and \(fragment: condition)
                """))
    }

    /// The folders of rows of `media_attachments`.
    package func mediaFolders(where condition: Statement) async throws -> Set<String> {
        Set(
            try await texts(
                "select \(fragment: Expected.mediaFolder) from media_attachments as item where \(fragment: condition)")
        )
    }
}

extension Sequence<String> {
    /// The keys `folder/style/name` of one of these folders.
    package func inFolders(_ folders: Set<String>) -> Set<String> {
        Set(
            filter { key in
                let parts = key.split(separator: "/", omittingEmptySubsequences: false)
                return parts.count > 2 && folders.contains(parts.dropLast(2).joined(separator: "/"))
            })
    }
}
