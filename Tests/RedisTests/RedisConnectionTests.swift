import Glibc
import Processes
import Redis
import Sandbox
import Support
import Testing

@Suite struct `A Redis connection` {
    private func failure(_ settings: RedisSettings) async -> RedisError? {
        await #expect(throws: RedisError.self) { try await RedisConnection.connect(settings) }
    }

    @Test func `every kind of answer is told apart`() async throws {
        try await withRedis { server in
            let redis = try await RedisConnection.connect(RedisSettings(host: server.host, port: server.port))
            #expect(try await redis.command(["PING"]) == .status("PONG"))
            #expect(try await redis.command(["GET", "none"]) == .null)
            #expect(try await redis.command(["SET", "n", 41]) == .status("OK"))
            #expect(try await redis.command(["INCR", "n"]) == .integer(42))
            #expect(try await redis.command(["GET", "n"]).integer == 42)
            try await redis.command(["RPUSH", "l", "a", "", "ü"])
            #expect(try await redis.command(["LRANGE", "l", 0, -1]).texts == ["a", "", "ü"])
            let nested = try await redis.command(["EVAL", "return {1, {'x', {}}, false}", 0])
            #expect(nested == .array([.integer(1), .array([.bytes([120]), .array([])]), .null]))
            #expect(try await redis.command(["BLPOP", "nothing", "0.01"]) == .null)
            let wrong = await #expect(throws: RedisError.self) { try await redis.command(["LPUSH", "n", "x"]) }
            #expect(wrong?.kind == .wrongType)
            let script = await #expect(throws: RedisError.self) { try await redis.command(["EVALSHA", "ffff", 0]) }
            #expect(script?.kind == .noScript)
            let unknown = await #expect(throws: RedisError.self) { try await redis.command(["NO-SUCH"]) }
            #expect(unknown?.code == "ERR")
            #expect(try await redis.command(["PING"]) == .status("PONG"))
        }
    }

    @Test func `keys and values may hold any byte and be large`() async throws {
        try await withRedis { server in
            var settings = RedisSettings()
            settings.socket = server.socket
            let redis = try await RedisConnection.connect(settings)
            let key = RedisArgument([0, 13, 10, 255, 36, 42])
            var value = (0..<256).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            while value.count < 5_000_000 { value += value }
            try await redis.command(["SET", key, RedisArgument(value)])
            #expect(try await redis.command(["GET", key]).bytes == value)
        }
    }

    @Test func `a pipeline of a hundred thousand commands answers in order, errors among the rest`() async throws {
        try await withRedis { server in
            let redis = try await RedisConnection.connect(RedisSettings(host: server.host, port: server.port))
            let count = Rounds.of(100_000, atLeast: 20_000)
            var commands = (0..<count).map { [RedisArgument("SET"), RedisArgument("key:\($0)"), RedisArgument($0)] }
            commands.insert(["LPUSH", "key:0", "x"], at: count / 2)
            let answers = try await redis.pipeline(commands)
            #expect(answers.count == count + 1)
            #expect(answers.filter { $0 == .status("OK") }.count == count)
            guard case .error(let error) = answers[count / 2] else {
                Issue.record("no error")
                return
            }
            #expect(error.kind == .wrongType)
            let values = try await redis.pipeline((0..<count).map { ["GET", RedisArgument("key:\($0)")] })
            #expect(values.enumerated().allSatisfy { Int($0.offset) == $0.element.integer.map { Int($0) } })
            var seen: Set<[UInt8]> = []
            for try await batch in redis.keys(matching: "key:*", type: "string") { seen.formUnion(batch) }
            #expect(seen.count == count)
        }
    }

    @Test func `sets and hashes are scanned to the end`() async throws {
        try await withRedis { server in
            let redis = try await RedisConnection.connect(RedisSettings(host: server.host, port: server.port))
            try await redis.command(["SADD", "s"] + (0..<3_000).map { RedisArgument($0) })
            try await redis.command(["HSET", "h"] + (0..<1_000).flatMap { [RedisArgument($0), "v"] })
            var members: Set<[UInt8]> = []
            for try await batch in redis.members(of: "s") { members.formUnion(batch) }
            #expect(members.count == 3_000)
            var words = 0
            for try await batch in redis.members(of: "h", by: .hash) { words += batch.count }
            #expect(words == 2_000)
        }
    }

    @Test func `a wrong password, none, and one where none is set`() async throws {
        try await withRedis {
            $0.password = "geheim"
        } _: { server in
            var settings = RedisSettings(host: server.host, port: server.port, password: "wr0ng")
            let wrong = await failure(settings)
            #expect(wrong?.kind == .authenticationFailed)
            #expect(!String(reflecting: wrong).contains("wr0ng"))
            #expect(!"\(settings) \(String(reflecting: settings))".contains("wr0ng"))
            settings.password = nil
            let redis = try await RedisConnection.connect(settings)
            let none = await #expect(throws: RedisError.self) { try await redis.command(["GET", "x"]) }
            #expect(none?.kind == .authenticationFailed)
            let uri = try RedisSettings(uri: "redis://default:gehei%6D@127.0.0.1:\(server.port)/3")
            let right = try await RedisConnection.connect(uri)
            #expect(try await right.command(["CLIENT", "INFO"]).text?.contains(" db=3 ") == true)
        }
        try await withRedis { server in
            let error = await failure(RedisSettings(host: server.host, port: server.port, password: "x"))
            #expect(error?.kind == .authenticationFailed)
        }
    }

    @Test func `nobody listening, an unknown host, a missing socket`() async throws {
        #expect(
            await failure(RedisSettings(host: "127.0.0.1", port: try Loopback.freePort()))?.kind == .connectionFailed)
        #expect(await failure(RedisSettings(host: "no-such-host.invalid"))?.kind == .connectionFailed)
        var settings = RedisSettings()
        settings.socket = "/tmp/no-such-socket"
        #expect(await failure(settings)?.kind == .connectionFailed)
    }

    @Test func `a command that is cancelled or takes too long does not spoil the next`() async throws {
        try await withRedis { server in
            var settings = RedisSettings(host: server.host, port: server.port)
            settings.timeout = .milliseconds(200)
            let hasty = try await RedisConnection.connect(settings)
            let slow = await #expect(throws: RedisError.self) { try await hasty.command(["BLPOP", "nothing", 0]) }
            #expect(slow?.kind == .timedOut)
            #expect(try await firstAnswer(of: hasty) == .status("PONG"))
            let patient = try await RedisConnection.connect(RedisSettings(host: server.host, port: server.port))
            let task = Task { try await patient.command(["BLPOP", "nothing", 0]) }
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
            #expect(try await patient.command(["PING"]) == .status("PONG"))
        }
    }

    /// What a PING is answered with. A busy machine may take longer for it than a hasty connection waits, and more often
    /// than once.
    private func firstAnswer(of connection: RedisConnection) async throws -> RedisValue {
        while true {
            do {
                return try await connection.command(["PING"])
            } catch let error as RedisError where error.kind == .timedOut {}
        }
    }

    @Test func `a server that is killed is a lost connection, and its successor is found`() async throws {
        let directory = temporaryDirectory()
        var options = RedisServer.Options()
        let server = try await RedisServer.start(in: directory, options: options)
        let redis = try await RedisConnection.connect(RedisSettings(host: server.host, port: server.port))
        let task = Task { try await redis.command(["BLPOP", "nothing", 0]) }
        let observer = try await RedisConnection.connect(RedisSettings(host: server.host, port: server.port))
        while try await observer.command(["INFO", "clients"]).text?.contains("blocked_clients:1") != true {}
        server.abort()
        let lost = await #expect(throws: RedisError.self) { try await task.value }
        #expect(lost?.kind == .connectionLost)
        await server.stop()
        let refused = await #expect(throws: RedisError.self) { try await redis.command(["PING"]) }
        #expect(refused?.kind == .connectionFailed)
        options.port = server.port
        let successor = try await RedisServer.start(in: directory, options: options)
        #expect(try await redis.command(["PING"]) == .status("PONG"))
        await successor.stop()
        _ = try await ChildProcess.run("/bin/rm", ["-rf", directory])
    }

    @Test func `TLS takes a certificate of the right CA and name and no other`() async throws {
        let certificates = try await Certificates()
        try await withRedis {
            $0.certificate = (certificates.certificate, certificates.key, certificates.authority)
        } _: { server in
            var settings = try RedisSettings(uri: "rediss://127.0.0.1:\(try #require(server.securePort))")
            #expect(await failure(settings)?.kind == .tlsFailed)
            settings.rootCertificate = certificates.stranger
            #expect(await failure(settings)?.kind == .tlsFailed)
            settings.rootCertificate = "/no/such/file"
            #expect(await failure(settings)?.kind == .invalidSettings)
            settings.rootCertificate = certificates.authority
            let redis = try await RedisConnection.connect(settings)
            let value = [UInt8](repeating: 7, count: 3_000_000)
            try await redis.command(["SET", "big", RedisArgument(value)])
            #expect(try await redis.command(["GET", "big"]).bytes == value)
            let answers = try await redis.pipeline((0..<20_000).map { ["ECHO", RedisArgument($0)] })
            #expect(answers.last?.integer == 19_999)
            settings.address.host = "localhost"
            #expect(try await RedisConnection.connect(settings).command(["PING"]) == .status("PONG"))
            // A plain port does not answer the handshake at all.
            settings.connectTimeout = .seconds(1)
            settings.address = .init(host: server.host, port: server.port)
            #expect(await failure(settings)?.kind == .tlsFailed)
        }
        let misnamed = try await Certificates(names: "DNS:elsewhere.example")
        try await withRedis {
            $0.certificate = (misnamed.certificate, misnamed.key, misnamed.authority)
        } _: { server in
            var settings = RedisSettings(host: "127.0.0.1", port: try #require(server.securePort))
            settings.usesTLS = true
            settings.rootCertificate = misnamed.authority
            #expect(await failure(settings)?.kind == .tlsFailed)
            settings.address.host = "localhost"
            #expect(await failure(settings)?.kind == .tlsFailed)
            settings.verifiesCertificate = false
            #expect(try await RedisConnection.connect(settings).command(["PING"]) == .status("PONG"))
        }
        for directory in [certificates.directory, misnamed.directory] {
            _ = try await ChildProcess.run("/bin/rm", ["-rf", directory])
        }
    }

    @Test func `sentinels lead to the master, and a silent one is passed over`() async throws {
        try await withRedis { master in
            try await withRedis {
                $0.lines = ["replicaof 127.0.0.1 \(master.port)"]
            } _: { replica in
                let toReplica = try await RedisConnection.connect(RedisSettings(host: replica.host, port: replica.port))
                let refused = await #expect(throws: RedisError.self) { try await toReplica.command(["SET", "a", "b"]) }
                #expect(refused?.kind == .readOnly)
            }
            try await withRedis {
                $0.isSentinel = true
                $0.lines = ["sentinel monitor main 127.0.0.1 \(master.port) 1"]
            } _: { sentinel in
                var settings = RedisSettings()
                settings.sentinels = [
                    .init(host: "127.0.0.1", port: try Loopback.freePort()),
                    .init(host: "127.0.0.1", port: sentinel.port),
                ]
                settings.masterName = "main"
                let redis = try await RedisConnection.connect(settings)
                #expect(try await redis.command(["CONFIG", "GET", "port"]).texts == ["port", "\(master.port)"])
                settings.masterName = "other"
                #expect(await failure(settings)?.kind == .invalidSettings)
            }
        }
    }

    @Test func `URLs of every form`() throws {
        let full = try RedisSettings(uri: "rediss://user:p%40ss%2F@[::1]:7000/2")
        #expect(full.usesTLS)
        #expect(full.user == "user")
        #expect(full.password == "p@ss/")
        #expect(full.address == .init(host: "::1", port: 7_000))
        #expect(full.database == 2)
        #expect(try RedisSettings(uri: "redis://:pw@h").password == "pw")
        #expect(try RedisSettings(uri: "redis://h").address == .init(host: "h", port: 6_379))
        #expect(try RedisSettings(uri: "unix:///run/redis.sock?db=4").socket == "/run/redis.sock")
        #expect(try RedisSettings(uri: "unix:///run/redis.sock?db=4").database == 4)
        for text in ["http://h", "redis://h:x", "redis://h/x", "h:6379", "redis://a:b:c", "unix://"] {
            #expect(throws: RedisError.self, "\(text)") { try RedisSettings(uri: text) }
        }
    }
}
