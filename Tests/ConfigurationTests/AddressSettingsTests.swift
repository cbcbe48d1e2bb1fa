import Configuration
import Faults
import Model
import Testing

@Suite struct AddressSettingsTests {
    @Test(
        arguments: [
            ("redis://SECRET@h", .server(host: "h", port: 6379), nil, "SECRET"),
            ("redis://u:p%40@h:7/2", .server(host: "h", port: 7), "u", "p@"),
            ("redis://:p@h", .server(host: "h", port: 6379), nil, "p"),
            ("redis://u:@h", .server(host: "h", port: 6379), "u", nil),
            ("rediss://[::1]:7", .server(host: "::1", port: 7), nil, nil),
            ("unix:/run/r.sock", .socket(path: "/run/r.sock"), nil, nil),
            ("unix:///run/r.sock", .socket(path: "/run/r.sock"), nil, nil),
            ("unix://SECRET@/run/r.sock?db=3", .socket(path: "/run/r.sock"), nil, "SECRET"),
            ("/run/r.sock", .socket(path: "/run/r.sock"), nil, nil),
        ] as [(String, RedisSettings.Target, String?, String?)])
    func `a Redis URL is read as redis-client reads it`(
        url: String, target: RedisSettings.Target, user: String?, password: String?
    ) throws {
        let redis = try load("REDIS_URL=\(url)").redis
        #expect(redis.target == target)
        #expect(redis.user == user && redis.password?.reveal() == password)
    }

    @Test func `the query of a database URL wins over its authority, and blank words do not`() throws {
        let url =
            "postgresql://u:p@h:1/d?host=/run/pg&port=2&user=v&password=q%26&database=e&sslmode=require&pool=&x=y"
        let found = try load("DATABASE_URL=\(url)").postgres
        #expect(found.host == "/run/pg" && found.port == 2 && found.name == "e" && found.user == "v")
        #expect(found.password?.reveal() == "q&" && found.sslmode == "require" && found.pool == 5)
        let other = try load("DATABASE_URL=postgresql://u@h/d?username=w&user=v&dbname=f&host=").postgres
        #expect(other.user == "w" && other.name == "f" && other.host == "h")
    }

    @Test func `a password that ends its URL early is refused without a word of it`() {
        for url in ["postgres://u:12#canary@h/d", "postgres://u:12?canary@h/d", "redis://:1#canary@h"] {
            let name = url.hasPrefix("redis") ? "REDIS_URL" : "DATABASE_URL"
            let fault = #expect(throws: Fault.self) { try load("DB_HOST=a\n\(name)='\(url)'") }
            #expect(fault?.kind == .configuration)
            #expect("\(fault!)".contains("canary") == false)
        }
    }

    @Test(
        arguments: [
            ("https://files.fra1.example.com", "https://fra1.example.com", "files"),
            ("https://a.r2.example.com/files/", "https://a.r2.example.com", "files"),
            ("https://fra1.example.com", "https://fra1.example.com", nil),
            ("https://other.fra1.example.com", "https://other.fra1.example.com", nil),
            ("https://files.example", "https://files.example", nil),
            ("https://h.example/gate/files", "https://h.example/gate/files", nil),
        ] as [(String, String, String?)])
    func `a bucket's name in the endpoint makes the requests that the server makes`(
        given: String, endpoint: String, prefix: String?
    ) throws {
        let found = try load("S3_ENABLED=true\nS3_BUCKET=files\nS3_ENDPOINT=\(given)")
        guard case .s3(let bucket) = found.storage else { return }
        #expect(bucket.endpoint == endpoint && bucket.keyPrefix == prefix && bucket.publicPrefix == nil)
        #expect(found.warnings.contains { $0.contains("holds the bucket's name") } == (prefix != nil))
    }

    @Test func `the API's address comes from the environment too, in plain HTTP only where it is allowed`() throws {
        let env = "LOCAL_DOMAIN=a.example"
        #expect(try load(env).lanes.address().description == "https://a.example")
        let given = ["MASTOCTL_API_URL": "http://web:3000"]
        #expect(throws: Fault.self) { try load(env, environment: given).lanes.address() }
        for place in ["web:3000", "10.0.0.2:3000", "172.16.3.4", "192.168.1.1", "100.64.0.1", "[fd00::1]:3000"] {
            let environment = ["MASTOCTL_API_URL": "http://\(place)", "MASTOCTL_API_PLAIN": "true"]
            #expect(try load(env, environment: environment).lanes.address().description == "http://\(place)")
        }
        for place in ["a.example", "8.8.8.8", "172.32.0.1", "[2001:db8::1]", "134744072", "0x8080808"] {
            let environment = ["MASTOCTL_API_URL": "http://\(place)", "MASTOCTL_API_PLAIN": "true"]
            #expect(throws: Fault.self) { try load(env, environment: environment).lanes.address() }
        }
    }

    @Test func `what came out of a secret is masked in others' words`() throws {
        let found = try load(
            "DATABASE_URL=postgresql://h:1/rest-of-canary\nREDIS_PASSWORD=canary2\nAWS_SECRET_ACCESS_KEY=abc\nDB_HOST=x"
        )
        let text = "FATAL: database \"rest-of-canary\" does not exist, canary2, \"abc\" abc \"mastodon\""
        #expect(
            found.redaction.masked(text)
                == "FATAL: database \"\(Secret.mask)\" does not exist, \(Secret.mask), \"\(Secret.mask)\" abc \"mastodon\""
        )
    }

    @Test(arguments: [
        ("https://u:p@h:1/x?q=1#f", "https://h:1/x"), ("https://u:p@ss/w?rd@h/x", "https://h/x"), ("h:1", "h:1"),
        ("u:p@h", "h"), ("", ""),
    ])
    func `an address prints itself without what may be secret`(text: String, shown: String) {
        #expect(Address(text).description == shown)
    }

    @Test func `a network without demanded TLS is noted`() throws {
        #expect(try load("DB_HOST=db.example").isTLSOptional)
        #expect(try !load("DB_HOST=db.example\nDB_SSLMODE=verify-full").isTLSOptional)
        #expect(try !load("DB_HOST=/run/postgresql").isTLSOptional)
        #expect(try !load("DB_HOST=localhost").isTLSOptional)
    }
}
