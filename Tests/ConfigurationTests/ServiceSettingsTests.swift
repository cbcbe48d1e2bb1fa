import Configuration
import Faults
import Testing

@Suite struct ServiceSettingsTests {
    @Test func `the database has Mastodon's defaults`() throws {
        let postgres = try load("LOCAL_DOMAIN=a.example").postgres
        #expect(postgres.host == "localhost" && postgres.port == 5432 && postgres.name == "mastodon_production")
        #expect(postgres.user == "mastodon" && postgres.password == nil && postgres.sslmode == "prefer")
        #expect(
            postgres.connectTimeout == .seconds(15) && postgres.lockTimeout == .seconds(2) && postgres.pool == 5
                && postgres.preparedStatements)
    }

    @Test func `a database URL wins part by part, and what it leaves out stays`() throws {
        let text =
            "DB_PASS=kept\nDB_HOST=ignored\nDB_PORT=6432\n"
            + "DATABASE_URL=postgresql://ad%40min@db.internal/social?sslmode=verify-full&sslrootcert=/ca.pem\n"
        let postgres = try load(text).postgres
        #expect(postgres.host == "db.internal" && postgres.port == 6432 && postgres.name == "social")
        #expect(postgres.user == "ad@min" && postgres.password?.reveal() == "kept")
        #expect(postgres.sslmode == "verify-full" && postgres.sslRootCert == "/ca.pem")
    }

    @Test func `a setting from a higher level wins over a URL from a lower one`() throws {
        let text = "DATABASE_URL=postgres://u:p@h:1/d\n"
        let postgres = try load(text, profile: "[postgres]\nhost = \"mine\"").postgres
        #expect(postgres.host == "mine" && postgres.port == 1 && postgres.name == "d")
    }

    @Test func `awkward URLs are understood`() throws {
        let awkward = try load(#"DATABASE_URL='postgres://u:p@ss%2Fw0rd@[2001:db8::1]:5433/d'"#).postgres
        #expect(awkward.host == "2001:db8::1" && awkward.port == 5433)
        #expect(awkward.password?.reveal() == "p@ss/w0rd")
        #expect(awkward.address == "[2001:db8::1]:5433")
        let socket = try load("DATABASE_URL=postgres:///d?host=/run/postgresql").postgres
        #expect(socket.host == "/run/postgresql" && socket.address == "/run/postgresql/.s.PGSQL.5432")
        #expect(throws: Fault.self) { try load("DATABASE_URL=mysql://h/d") }
        #expect(throws: Fault.self) { try load("DATABASE_URL=postgres://h:seven/d") }
    }

    @Test func `a replica exists when its name, host or URL is set, and falls back to the primary`() throws {
        #expect(try load("DB_HOST=a\nREPLICA_DB_USER=x").replica == nil)
        let replica = try load("DB_HOST=a\nDB_PASS=p\nDB_PORT=6\nREPLICA_DB_HOST=b\nREPLICA_DB_USER=r").replica
        #expect(replica?.host == "b" && replica?.port == 6 && replica?.user == "r")
        #expect(replica?.password?.reveal() == "p")
        let url = try load("DB_HOST=a\nDB_NAME=n\nREPLICA_DATABASE_URL=postgres://q@c").replica
        #expect(url?.host == "c" && url?.user == "q" && url?.name == "n")
    }

    @Test(arguments: ["DB_PORT=70x", "DB_PORT=0", "DB_SSLMODE=sometimes", "DB_POOL=-1"])
    func `a wrong value is refused with file and line`(line: String) {
        let fault = #expect(throws: Fault.self) { try load("A=1\n\(line)") }
        #expect(fault?.kind == .configuration)
        #expect(fault?.message.contains("/srv/.env.production:2") == true)
    }

    @Test func `Redis has Mastodon's defaults, and the prefixed ones are the base unless they say a host`() throws {
        let plain = try load("SIDEKIQ_REDIS_PASSWORD=x\nREDIS_DB=3\nREDIS_PASSWORD=p")
        #expect(plain.redis.target == .server(host: "localhost", port: 6379))
        #expect(plain.redis.database == 3 && plain.sidekiqRedis == plain.redis && plain.cacheRedis == plain.redis)
        let split = try load("REDIS_PASSWORD=p\nREDIS_DB=3\nSIDEKIQ_REDIS_HOST=jobs\nCACHE_REDIS_URL=rediss://c:7/2")
        #expect(split.sidekiqRedis.target == .server(host: "jobs", port: 6379))
        #expect(split.sidekiqRedis.password == nil && split.sidekiqRedis.database == 0)
        #expect(split.cacheRedis.target == .server(host: "c", port: 7))
        #expect(split.cacheRedis.usesTLS && split.cacheRedis.database == 2)
    }

    @Test func `a Redis URL wins over everything else`() throws {
        let redis = try load("REDIS_URL=redis://me:pw@h:1/4\nREDIS_HOST=x\nREDIS_PASSWORD=y\nREDIS_DB=9").redis
        #expect(redis.target == .server(host: "h", port: 1) && redis.database == 4)
        #expect(redis.user == "me" && redis.password?.reveal() == "pw")
        #expect(try load("REDIS_URL=unix:///run/redis.sock?db=2").redis.target == .socket(path: "/run/redis.sock"))
        #expect(throws: Fault.self) { try load("REDIS_URL=http://h") }
    }

    @Test func `sentinels need a master and a list, and take the main password by default`() throws {
        let text = "REDIS_SENTINEL_MASTER=m\nREDIS_SENTINELS=a:1, b\nREDIS_PASSWORD=p\n"
        let sentinels: [RedisSettings.Endpoint] = [.init(host: "a", port: 1), .init(host: "b", port: 26_379)]
        #expect(
            try load(text).redis.target == .sentinels(master: "m", sentinels, user: nil, password: Secret("p")))
        #expect(try load("REDIS_SENTINEL_MASTER=m\nA=1").redis.target == .server(host: "localhost", port: 6379))
    }

    @Test func `a namespace gets its colon and a warning`() throws {
        let configuration = try load("REDIS_NAMESPACE=social")
        #expect(configuration.redisNamespace == "social:")
        #expect(configuration.warnings.contains { $0.contains("4.4") })
        #expect(configuration.elasticsearch.prefix == "social")
    }

    @Test func `the order of storages is S3, Swift, Azure, files`() throws {
        #expect(try load("S3_ENABLED=true\nS3_BUCKET=b\nSWIFT_ENABLED=true").storage.kind == "s3")
        #expect(try load("S3_ENABLED=false\nSWIFT_ENABLED=true\nAZURE_ENABLED=true").storage.kind == "swift")
        #expect(try load("AZURE_ENABLED=true").storage.kind == "azure")
        #expect(try load("DB_HOST=a").storage == .filesystem(root: "/srv/public/system", rootURL: "/system"))
        #expect(
            try load("PAPERCLIP_ROOT_PATH=:rails_root/media/").storage
                == .filesystem(root: "/srv/media", rootURL: "/system"))
        #expect(
            try load("S3_ENABLED=true\nS3_BUCKET=b", profile: "storage.kind = \"filesystem\"").storage.kind
                == "filesystem")
        let almost = try load("S3_ENABLED=1\nS3_BUCKET=b")
        #expect(almost.storage.kind == "filesystem")
        #expect(almost.warnings.contains { $0.contains("S3_ENABLED") })
        #expect(throws: Fault.self) { try load("S3_ENABLED=true") }
    }

    @Test func `S3 has Mastodon's defaults and path style with an endpoint`() throws {
        guard case .s3(let plain) = try load("S3_ENABLED=true\nS3_BUCKET=b\nS3_PERMISSION=").storage else {
            Issue.record("not S3")
            return
        }
        #expect(plain.hostname == "s3-us-east-1.amazonaws.com" && plain.permission == nil && !plain.usesPathStyle)
        #expect(plain.readTimeout == .seconds(5) && plain.batchDeleteLimit == 1_000 && plain.scheme == "https")
        let text = "S3_ENABLED=true\nS3_BUCKET=b\nS3_ENDPOINT=http://127.0.0.1:9\nS3_KEY_PREFIX=media/\n"
        guard case .s3(let other) = try load(text).storage else {
            Issue.record("not S3")
            return
        }
        #expect(other.usesPathStyle && other.keyPrefix == "media" && other.permission == "public-read")
    }
}
