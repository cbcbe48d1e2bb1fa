import Faults
import Glibc
import Model
import Postgres
import Redis
import Sandbox
import Stores
import Support

extension CheckStage {
    /// Starts everything; it ends with the process.
    static func make() async throws -> CheckStage {
        let servers = try await TestServers.shared.running()
        let folder = "\(servers.folder)/checks"
        guard mkdir(folder, 0o755) == 0, mkdir("\(folder)/media", 0o755) == 0 else {
            throw Fault(.inputOutput, "cannot make \(folder)")
        }
        var options = PostgresServer.Options()
        options.isDetached = true
        options.syncsToDisk = true
        options.settings = [
            "max_prepared_transactions": "4", "archive_mode": "on", "max_replication_slots": "4",
        ]
        var redisOptions = RedisServer.Options()
        redisOptions.isDetached = true
        redisOptions.lines = ["databases 64", "appendonly yes", "maxmemory-policy noeviction"]
        async let postgres = PostgresServer.start(in: "\(folder)/postgres", options: options)
        async let redis = RedisServer.start(in: "\(folder)/redis", options: redisOptions)
        var population = Population(
            Population.Counts(
                localAccounts: 20, remoteAccounts: 40, domains: 8, statuses: 120, attachments: 40, previewCards: 4),
            now: TestServers.now)
        population.localDomain = domain
        population.hasCuriosities = false
        let stage = try await CheckStage(
            folder: folder, postgres: postgres, redisServer: redis, site: site(), mail: MailStandIn(),
            front: CheckFront(), population: population)
        try await stage.fill()
        return stage
    }

    private func fill() async throws {
        // Not on the command line, which no later setting would get past.
        try await run("alter system set archive_command = '/bin/true'", in: "postgres")
        try await run("select pg_reload_conf()", in: "postgres")
        try await administer("create database sound")
        let settings = ConnectionSettings(
            host: postgres.host, port: postgres.port, database: "sound", user: PostgresServer.user)
        _ = try await Sandbox.populate(settings, with: population)
        _ = try await population.plant(by: DirectoryPlanter(root: "\(folder)/media"))
        try await run(Self.mending, in: "sound")
        try await administer("create database sound_template template sound")
        try await fill(redis: 0)
    }

    /// What the population has on purpose, and what a sound server has not.
    private static let mending = """
        create extension pg_stat_statements;
        create role mastodon login;
        alter database sound owner to mastodon;
        grant all on all tables in schema public to mastodon;
        grant pg_monitor to mastodon;
        update reports set action_taken_at = now() at time zone 'utc';
        update users set approved = true, disabled = false, confirmed_at = coalesce(confirmed_at, created_at);
        update users set role_id = 3, otp_required_for_login = true, current_sign_in_at = now() at time zone 'utc'
        where id in (1, 2);
        update users set role_id = null where id not in (1, 2);
        update accounts set suspended_at = null, silenced_at = null where domain is null;
        update accounts set memorial = true
        where domain is null and not exists (select from users where account_id = accounts.id);
        update settings set value = '--- ' || (select username from accounts join users on account_id = accounts.id
            where users.id = 1) || chr(10) where var = 'site_contact_username';
        insert into settings (var, value, created_at, updated_at)
        values ('site_terms', E'--- we keep little\\n', now(), now());
        delete from statuses using accounts, domain_blocks
        where statuses.account_id = accounts.id and accounts.domain = domain_blocks.domain;
        delete from unavailable_domains;
        update accounts set suspended_at = now(), suspension_origin = 0
        where domain in (select domain from domain_blocks where severity = 1);
        update accounts set silenced_at = now() where domain in (select domain from domain_blocks where severity = 0);
        delete from media_attachments where status_id is null and remote_url = '';
        delete from backups;
        delete from notifications;
        update users set sign_up_ip = null;
        update media_attachments set file_storage_schema_version = 1 where remote_url <> '';
        update statuses set created_at = now() at time zone 'utc'
        where id = (select max(id) from statuses where not local);
        insert into follows (account_id, target_account_id, created_at, updated_at)
        select -99, id, now(), now() from accounts where domain is not null limit 5;
        analyze;
        """

    /// A Sidekiq that has told of itself just now, with schedules that have run.
    func fill(redis number: Int) async throws {
        let connection = try await redis(number)
        try await connection.command(["FLUSHDB"])
        try await population.load(into: connection, jobsQueuedAt: .now)
        await connection.close()
        let now = UTCTime.now
        let queues = ServerSchedule.queues(of: .v4_6).map { "\"\($0)\"" }.joined(separator: ",")
        let info =
            #"{"hostname":"web","started_at":\#(now.seconds - 400_000),"pid":77,"tag":"mastodon","concurrency":5,"#
            + #""queues":[\#(queues)],"version":"8.1.6","identity":"web:77:a"}"#
        let times = ServerSchedule.all.flatMap { [$0.name, "\(now)"] }
        try await tell(
            [
                ["DEL", "processes", "feed:home:999999"], ["SADD", "processes", "web:77:a"],
                [
                    "HSET", "web:77:a", "info", info, "busy", "0", "beat", "\(now.seconds)", "quiet", "false", "rss",
                    "300000",
                ],
                ["EXPIRE", "web:77:a", "86400"], ["HSET", "sidekiq-scheduler:last_times"] + times,
            ], redis: number)
    }

    /// A site that is as it should be.
    static func site(_ other: @escaping @Sendable (SiteStandIn.Request) -> SiteStandIn.Answer? = { _ in nil })
        -> SiteStandIn
    {
        SiteStandIn { request in
            if let answer = other(request) { return answer }
            let path = request.path.prefix { $0 != "?" }
            switch (request.method, path) {
            case ("POST", "/inbox"): return .init(401)
            case (_, "/api/v2/instance"): return .init(200, #"{"domain":"\#(domain)"}"#, headers: [("Date", httpDate)])
            case (_, "/health"): return .init(200, "OK")
            case (_, "/api/v1/streaming/health"): return .init(200, "OK")
            case (_, "/about"): return .init(200, "", headers: [("Strict-Transport-Security", "max-age=1")])
            case (_, "/"): return .init(200, #"<link rel="stylesheet" href="/packs/a.css">"#)
            case (_, "/packs/a.css"): return .init(200, "")
            case (_, "/.well-known/nodeinfo"): return .init(200, #"{"links":[]}"#)
            case (_, "/.well-known/host-meta"): return .init(200, "<XRD/>")
            case (_, "/.well-known/webfinger"): return .init(200, #"{"links":[]}"#)
            case (_, "/oauth/token/info"): return tokenInfo("read:accounts admin:read admin:write")
            case (_, "/api/v1/accounts/verify_credentials"): return owner("Owner", 1)
            case (_, "/api/v1/admin/domain_blocks"): return .init(200, "[]")
            case (_, "/actor"):
                return .init(
                    200,
                    #"{"id":"https://\#(domain)/actor","publicKey":{"publicKeyPem":"-----BEGIN PUBLIC KEY-----"}}"#)
            case (_, let path) where path.hasPrefix("/admin") || path.hasPrefix("/sidekiq"): return .init(302)
            case (_, let path) where path.hasSuffix("/"): return .init(404)
            default: return .init(200, "picture")
            }
        }
    }

    /// What the server tells of a token with these scopes.
    static func tokenInfo(_ scopes: String) -> SiteStandIn.Answer {
        let list = scopes.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ",")
        return .init(200, #"{"scope":[\#(list)]}"#)
    }

    /// Whose token it is.
    static func owner(_ role: String, _ permissions: Int) -> SiteStandIn.Answer {
        .init(
            200, #"{"id":"1","username":"keeper","role":{"id":"3","name":"\#(role)","permissions":"\#(permissions)"}}"#)
    }

    private static var httpDate: String { date(after: 0) }

    /// `Sat, 28 Nov 2026 22:40:00 GMT`, so many seconds from now.
    static func date(after seconds: Double) -> String {
        let text = UTCTime(UTCTime.now.seconds + seconds).description
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.split { "-TZ".contains($0) }
        return "Sat, \(parts[2]) \(months[(Int(parts[1]) ?? 1) - 1]) \(parts[0]) \(parts[3]) GMT"
    }
}
