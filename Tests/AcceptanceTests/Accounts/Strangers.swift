import Model
import Postgres
import Support

extension Stage {
    /// Adds remote accounts nobody knows, with ids from 5000000001 on, named `stranger1` and so on.
    func addStrangers(_ count: Int, havePictures: Bool = false) async throws {
        try await execute(
            """
            insert into accounts (
                id, username, domain, actor_type, uri, inbox_url, protocol, public_key, created_at, updated_at)
            select
                5000000000 + number, 'stranger' || number, 'far.example', 'Person',
                'https://far.example/users/stranger' || number,
                'https://far.example/users/stranger' || number || '/inbox', 1, 'key',
                now() at time zone 'utc' - interval '10 days', now() at time zone 'utc'
            from generate_series(1, \(count)) as number
            """)
        guard havePictures else { return }
        try await execute(
            """
            update accounts
            set avatar_file_name = 'face.png', avatar_content_type = 'image/png', avatar_storage_schema_version = 1
            where domain = 'far.example'
            """)
        for number in 1...count { write("face", toNew: Self.face(number)) }
    }

    /// The key of a stranger's avatar.
    static func face(_ number: Int) -> String {
        "cache/accounts/avatars/\(IDPartition.path(of: Int64(5_000_000_000 + number)))/original/face.png"
    }

    /// Writes a file and makes the directories it needs.
    func write(_ text: String, toNew key: String) {
        make(directory: key.split(separator: "/").dropLast().joined(separator: "/"))
        write(text, to: key)
    }

    /// Remote accounts without any tie, in other words than those of the code under test.
    func prunable(_ more: Statement = "true") async throws -> Set<String> {
        Set(
            try await texts(
                """
                select id::text
                from accounts
                where domain is not null
                    and actor_type in ('Person', 'Organization')
                    and suspended_at is null and silenced_at is null
                    and id not in (
                        select account_id from statuses where deleted_at is null
                        union select account_id from follows union select target_account_id from follows
                        union select account_id from follow_requests union select target_account_id from follow_requests
                        union select account_id from blocks union select target_account_id from blocks
                        union select target_account_id from mutes union select target_account_id from reports
                        union select account_id from mentions union select account_id from favourites)
                    and \(fragment: more)
                """))
    }

    /// The arguments of the waiting jobs of one class, as JSON.
    func arguments(of worker: String, in queue: String) async throws -> [String] {
        try await jobs(in: queue).filter { $0["class"]?.string == worker }.compactMap { $0["args"]?.text }
    }

    func accounts() async throws -> Set<String> { Set(try await texts("select id::text from accounts")) }
}
