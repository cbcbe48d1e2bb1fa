import Postgres

/// What a command should do to one table, worked out in SQL before it runs, apart from the code under test.
package struct Ledger: Sendable {
    /// One attachment of the table: `avatar` of `accounts`.
    package struct Attachment: Sendable {
        package var name: String
        package var folder: Statement

        package init(_ name: String, _ path: String, isRemote: Statement, version: Statement) {
            self.name = name
            folder = Expected.folder(path, item: "item", isRemote: isRemote, version: version)
        }
    }

    package var table: String
    package var attachments: [Attachment]
    /// Which rows lose their files, over the alias `item`.
    package var condition: Statement

    package init(_ table: String, _ attachments: [Attachment], where condition: Statement) {
        self.table = table
        self.attachments = attachments
        self.condition = condition
    }
}

extension Stage {
    /// Writes down the rows as they should be in the end.
    ///
    /// - Returns: how many rows are to change, and which of the stored keys are to go.
    package func expect(_ ledger: Ledger) async throws -> (rows: Int, keys: Set<String>) {
        let before = try await objects()
        try await execute("drop schema if exists expected cascade")
        try await execute("create schema expected")
        try await execute(
            "create table expected.doomed as select id from \(identifier: ledger.table) as item where \(fragment: ledger.condition)"
        )
        var keys: Set<String> = []
        for attachment in ledger.attachments {
            let lines = try await texts(
                """
                select (\(fragment: attachment.folder)) || chr(10) || item.\(identifier: "\(attachment.name)_content_type")
                    || chr(10) || item.\(identifier: "\(attachment.name)_file_name")
                from \(identifier: ledger.table) as item
                join expected.doomed using (id)
                where item.\(identifier: "\(attachment.name)_file_name") <> ''
                """)
            for line in lines {
                let parts = line.split(separator: "\n", maxSplits: 2).map(String.init)
                keys.formUnion(Self.names(contentType: parts[1], fileName: parts[2]).map { "\(parts[0])/\($0)" })
            }
        }
        let cleared = ledger.attachments.flatMap { attachment in
            ["file_name", "content_type", "file_size", "updated_at"].map { "\(attachment.name)_\($0)" }
        }
        try await execute(
            """
            create table expected.rows as
            select case
                when exists (select from expected.doomed where doomed.id = item.id)
                then to_jsonb(item) - \(cleared) - 'updated_at'::text
                else to_jsonb(item)
            end as row
            from \(identifier: ledger.table) as item
            """)
        return (
            try await number("select count(*) from expected.doomed"), keys.intersection(before.keys)
        )
    }

    /// How many rows are not as they were written down. Cleared columns must be NULL.
    package func surprises(_ ledger: Ledger) async throws -> Int {
        let cleared = ledger.attachments.flatMap { attachment in
            ["file_name", "content_type", "file_size", "updated_at"].map { "\(attachment.name)_\($0)" }
        }
        return try await number(
            """
            with present as (
                select case
                    when exists (select from expected.doomed where doomed.id = item.id)
                        and to_jsonb(item) - (
                            select array_agg(key) from jsonb_object_keys(to_jsonb(item)) as key where key <> all(\(cleared))
                        ) = (select jsonb_object_agg(key, null) from unnest(\(cleared)) as key)
                    then to_jsonb(item) - \(cleared) - 'updated_at'::text
                    else to_jsonb(item)
                end as row
                from \(identifier: ledger.table) as item
            )
            select (select count(*) from (table present except table expected.rows) as more)
                + (select count(*) from (table expected.rows except table present) as less)
            """)
    }

    /// The names of a file's styles, `style/name`. Source: Mastodon 4.6.5 `app/models/media_attachment.rb` and others.
    private static func names(contentType: String, fileName: String) -> [String] {
        let dot = fileName.lastIndex(of: ".")
        let base = dot.flatMap { $0 == fileName.startIndex ? nil : String(fileName[..<$0]) } ?? fileName
        let small: String =
            switch contentType {
            case "image/jpeg", "image/png", "image/webp": fileName
            case "image/heic", "image/heif", "image/avif": "\(base).jpeg"
            default: "\(base).png"
            }
        return ["original/\(fileName)", "small/\(small)", "static/\(base).png"]
    }
}
