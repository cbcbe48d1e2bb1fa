import Faults
import Model
import Postgres

/// `username_blocks`: names nobody may take, or that a moderator looks at first. Mastodon 4.5 and newer.
///
/// Source: Mastodon 4.5.15 and 4.6.5 `app/models/username_block.rb` and `app/controllers/admin/username_blocks_controller.rb`.
package struct UsernameBlocks: SignUpList {
    package init() {}

    package var table: String { "username_blocks" }
    package var model: String { "UsernameBlock" }
    package var noun: String { "user name blocks" }

    package func label(of request: UsernameBlockRequest) -> String { request.username }
    package func label(of key: String) -> String { key }

    package func check(_ requests: [UsernameBlockRequest], _ schema: LiveSchema) throws {
        try Self.require(schema)
    }

    /// - Throws: `Fault(.configuration)` on releases that keep reserved names in a file.
    package static func require(_ schema: LiveSchema) throws {
        guard !schema.has(table: "username_blocks") else { return }
        throw Fault(
            .configuration, "\(schema.releaseInWords) has no list of blocked user names",
            notes: ["the list came with Mastodon 4.5; older servers read reserved names from config/settings.yml"])
    }

    /// The labels as they were asked for; the database knows one row for a name in any case. Leans on the unique index
    /// over the name in lower case.
    package func present(
        _ requests: [UsernameBlockRequest], over connection: Transaction<some Access>
    ) async throws -> Set<String> {
        Set(
            try await connection.rows(
                """
                select wanted.name
                from unnest(\(requests.map(\.username))) as wanted (name)
                where exists (select from username_blocks where lower(username) = lower(wanted.name))
                """
            ) { try $0.value(0, as: String.self) })
    }

    package func put(
        _ requests: [UsernameBlockRequest], overwriting: Bool, _ schema: LiveSchema,
        over connection: Transaction<ReadWrite>
    ) async throws -> WrittenSignUpBlocks {
        let conflict: Statement =
            overwriting
            ? """
            do update set exact = excluded.exact, allow_with_approval = excluded.allow_with_approval,
                updated_at = excluded.updated_at
            where (present.exact, present.allow_with_approval)
                is distinct from (excluded.exact, excluded.allow_with_approval)
            """ : "do nothing"
        let rows = try await connection.rows(
            """
            insert into username_blocks as present
                (username, normalized_username, exact, allow_with_approval, created_at, updated_at)
            select wanted.name, wanted.normalized, wanted.exact, wanted.approval, now() at time zone 'utc',
                now() at time zone 'utc'
            from unnest(
                \(requests.map(\.username)), \(requests.map { UsernameBlock.normalized($0.username) }),
                \(requests.map(\.isExact)), \(requests.map(\.allowWithApproval))
            ) with ordinality as wanted (name, normalized, exact, approval, place)
            order by wanted.place
            on conflict (lower(username)) \(fragment: conflict)
            returning id, username, xmax = 0
            """
        ) { row in
            (RecordRow(id: try row.value(0), label: try row.value(1)), try row.value(2, as: Bool.self))
        }
        var writing = WrittenSignUpBlocks()
        writing.added = rows.filter(\.1).map(\.0)
        writing.updated = rows.filter { !$0.1 }.map(\.0)
        return writing
    }

    package func found(
        _ keys: [String], over connection: Transaction<some Access>
    ) async throws -> (rows: [RecordRow], unknown: [String]) {
        let rows = try await connection.rows(
            """
            select id, username
            from username_blocks
            where lower(username) = any(select lower(name) from unnest(\(keys)) as wanted (name))
            order by id
            """
        ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) }
        let known = Set(rows.map { $0.label.lowercased() })
        return (rows, keys.filter { !known.contains($0.lowercased()) })
    }

    package func remove(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> DeletedSignUpBlocks {
        DeletedSignUpBlocks(
            removed: try await connection.rows(
                "delete from username_blocks where id = any(\(ids)) returning id, username"
            ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) })
    }

    /// The blocks by name, as the server's page lists them.
    package func all(_ schema: LiveSchema, over connection: Transaction<some Access>) async throws -> [UsernameBlock] {
        try Self.require(schema)
        return try await connection.rows(
            """
            select id, username, exact, allow_with_approval, created_at, updated_at
            from username_blocks
            order by username, id
            """
        ) { row in
            UsernameBlock(
                id: "\(try row.value(0, as: Int64.self))", username: try row.value(1), isExact: try row.value(2),
                allowWithApproval: try row.value(3), createdAt: UTCTime(try row.value(4, as: Timestamp.self).seconds),
                updatedAt: UTCTime(try row.value(5, as: Timestamp.self).seconds))
        }
    }
}
