import Model
import Postgres
import Redis
import Sandbox
import Stores

extension Stage {
    /// The command line of an errand's arguments, with what this instance holds in the place of words in braces.
    package func words(_ words: [String]) async throws -> [String] {
        var result: [String] = []
        for word in words { result.append(word.hasPrefix("{") ? try await meaning(of: word) : word) }
        return result
    }

    private func meaning(of word: String) async throws -> String {
        switch word {
        case "{list of domains}": return list("a.example\nb.example # with a word on it\n")
        case "{list of addresses}": return list("203.0.113.9\n2001:db8:1::/48\n")
        case "{list of names}": return list("mallory\ntrudy # with a word on it\n")
        case "{list of nonsense}": return list("not_a thing\n")
        case "{declared list}":
            let source = list("listed.example\nalso.example\n")
            return list("name = \"round\"\n[[source]]\nfile = \"\(source)\"\n")
        default: return try await texts(statement(for: word)).first ?? "nothing-is-\(word.dropFirst().dropLast())"
        }
    }

    private func list(_ text: String) -> String {
        let name = "list-\(UInt64.random(in: 0 ... .max))"
        write(text, to: name, from: instance.folder)
        return "\(instance.folder)/\(name)"
    }

    private func statement(for word: String) -> Statement {
        switch word {
        case "{user}":
            // Somebody with posts, without a role, neither suspended nor new.
            """
            select username from accounts join users on users.account_id = accounts.id
            where domain is null and role_id is null and suspended_at is null and moved_to_account_id is null
                and confirmed_at is not null and approved and not disabled
                and exists (select from statuses where statuses.account_id = accounts.id)
            order by accounts.id limit 1
            """
        case "{remote account}":
            """
            select username || '@' || domain from accounts
            where domain is not null and suspended_at is null order by id limit 1
            """
        case "{other remote account}":
            """
            select username || '@' || domain from accounts
            where domain is not null and suspended_at is null order by id offset 1 limit 1
            """
        case "{ambiguous}":
            // The mailbox of somebody here that is called as a remote account is: see `forRound`.
            "select email from users join accounts on username || '@' || domain = email limit 1"
        case "{pending user}":
            """
            select username from accounts join users on users.account_id = accounts.id
            where domain is null and not approved order by accounts.id limit 1
            """
        case "{follower}":
            """
            select username from accounts
            where domain is null and id > 0 and suspended_at is null
                and exists (select from follows where follows.account_id = accounts.id)
            order by id limit 1
            """
        case "{domain}":
            """
            select domain from accounts
            where domain is not null and not exists (select from domain_blocks where domain_blocks.domain = accounts.domain)
            group by domain order by count(*) desc, domain limit 1
            """
        case "{silenced account}": Self.handle(where: "silenced_at is not null")
        case "{sensitized account}": Self.handle(where: "sensitized_at is not null")
        case "{suspended account}":
            Self.handle(where: "suspended_at is not null and domain is null and suspension_origin = 0")
        case "{disabled user}":
            "select username from accounts join users on users.account_id = accounts.id where disabled order by 1 limit 1"
        case "{open report}": "select id::text from reports where action_taken_at is null order by id limit 1"
        case "{closed report}": "select id::text from reports where action_taken_at is not null order by id limit 1"
        case "{assigned report}":
            "select id::text from reports where assigned_account_id is not null order by id limit 1"
        case "{unconfirmed user}":
            """
            select username from accounts join users on users.account_id = accounts.id
            where domain is null and confirmed_at is null order by accounts.id limit 1
            """
        case "{note}": "select id::text from account_moderation_notes order by id desc limit 1"
        case "{tag}": "select name from tags order by id limit 1"
        case "{link}": "select id::text from preview_cards order by id limit 1"
        case "{post}": "select id::text from statuses where deleted_at is null order by id limit 1"
        case "{twin}":
            "select id::text from statuses where uri like 'twin %' and deleted_at is null order by id limit 1"
        case "{post with media}":
            """
            select statuses.id::text from statuses
            where deleted_at is null and not sensitive
                and exists (select from media_attachments where status_id = statuses.id)
            order by uri is null desc, id limit 1
            """
        case "{blocked domain}": "select domain from domain_blocks order by id desc limit 1"
        default: "select null::text where \(word) is null"
        }
    }

    /// The account in a state that changed last.
    private static func handle(where condition: Statement) -> Statement {
        """
        select username || coalesce('@' || domain, '') from accounts
        where \(fragment: condition)
        order by updated_at desc, id desc limit 1
        """
    }

    /// An instance as a round wants it: the people here have apps, one of them a mailbox that is
    /// called as somebody far away is, and somebody is known to nobody.
    package static func forRound(_ release: MastodonRelease = .usual) async throws -> Stage {
        let stage = try await make(release)
        try await stage.execute(
            """
            update users
            set email = (select max(username || '@' || domain) from accounts where domain is not null)
            where id = (select max(id) from users)
            """)
        try await stage.execute(
            """
            insert into oauth_access_tokens (token, resource_owner_id, scopes, created_at)
            select 'token of ' || id, id, 'read', now() from users
            """)
        try await stage.execute(
            """
            insert into accounts (id, username, domain, actor_type, uri, public_key, created_at, updated_at)
            values (9000000001, 'unknown', 'lonely.example', 'Person', 'https://lonely.example/unknown', '',
                now() - interval '1 year', now() - interval '1 year')
            """)
        return stage
    }

    /// Every key of this instance's Redis with its content, as Redis itself writes it down.
    package func redisContent() async throws -> [String: String] {
        let redis = try await RedisConnection.connect(instance.redis)
        var content: [String: String] = [:]
        for key in try await redis.command(["KEYS", "*"]).texts ?? [] {
            // None may go by its age between two looks.
            _ = try await redis.command(["PERSIST", RedisArgument(key)])
            let dump = try await redis.command([
                "EVAL", "return redis.sha1hex(redis.call('DUMP', KEYS[1]))", 1, RedisArgument(key),
            ])
            content[key] = dump.text
        }
        await redis.close()
        return content
    }

    /// Does something while another run of this work seems to be under way.
    package func holding<Result>(lock work: String, _ body: () async throws -> Result) async throws -> Result {
        let connection = try await instance.connect()
        let lock = try await RunLock.take(
            work, holder: "a test", waiting: 0, unless: { false }, over: connection)
        let result = try await body()
        await lock.release()
        await connection.close()
        return result
    }

    /// A role that may read everything and write nothing.
    package func makeReader() async throws -> String {
        let name = "reader_\(instance.redisDatabase)"
        try await execute("create role \(identifier: name) login")
        try await execute("grant usage on schema public to \(identifier: name)")
        try await execute("grant select on all tables in schema public to \(identifier: name)")
        return name
    }
}
