import Glibc
import Support
import Testing

/// With a secret in every setting, no command says one: in its answer, on standard error, in its log, its state, its
/// metrics, its record of changes, the list of processes, or in PostgreSQL's log.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct CanaryTests {
    @Test func `a run that goes well keeps every secret`() async throws {
        let stage = try await Stage.forRound().withCanaries()
        var leaks: [String] = []
        for errand in Rounds.some(of: Round.all.flatMap(\.errands), atLeast: 8) {
            // Some are about what an earlier errand makes.
            guard let line = try? await stage.words(errand.words) else { continue }
            leaks += try await stage.leaks(of: line + (errand.isQuestion ? [] : ["--yes"]))
        }
        for words in Rounds.some(of: Canary.leaves, atLeast: 12) { leaks += try await stage.leaks(of: words) }
        for words in [["config", "show"], ["config", "check"], ["media", "remove"], ["prune"], ["version"]] {
            leaks += try await stage.leaks(of: words)
        }
        leaks += try await stage.leaksOnDisk()
        #expect(leaks == [])
        #expect(stage.keepsFiles)
    }

    /// Settings that cannot be used, each with a secret in it.
    private static let broken: [[String: String]] = {
        let secret = Canary.of("broken")
        let addresses = [
            "postgres://mastodon:\(secret)@nowhere.invalid:5/x", "postgres://mastodon:ab/\(secret)@127.0.0.1/x",
            "postgres://mastodon:ab#\(secret)@127.0.0.1:1/x", "postgres://mastodon:%zz\(secret)@127.0.0.1:1/x",
            "postgres://mastodon:ab@\(secret)@127.0.0.1:1/x", "postgres://mastodon:ab?\(secret)@127.0.0.1:1/x",
            "\(secret)", "postgres://u:\(secret)@[::1/x",
            "postgres://u:\(secret)@127.0.0.1:ab/x",
            "postgres://127.0.0.1:1/x?password=\(secret)", "mysql://u:\(secret)@127.0.0.1:1/x",
            "host=127.0.0.1 port=1 password=\(secret)",
        ]
        let redis = [
            "redis://:\(secret)@127.0.0.1:1/0", "redis://\(secret)@127.0.0.1:1/0",
            "redis://:ab#\(secret)@127.0.0.1:1/0",
            "redis://:ab/\(secret)@127.0.0.1:1/0", "rediss://u:\(secret)@nowhere.invalid", "\(secret)",
            "redis://:\(secret)@127.0.0.1:ab/0",
        ]
        let bucket = ["S3_ENABLED": "true", "S3_BUCKET": "b", "AWS_SECRET_ACCESS_KEY": secret]
        return addresses.map { ["DATABASE_URL": $0] } + redis.map { ["REDIS_URL": $0] }
            + ["http://127.0.0.1:1", "http://u:\(secret)@127.0.0.1:1"].map { endpoint in
                bucket.merging(["S3_ENDPOINT": endpoint]) { $1 }
            } + [
                ["ES_ENABLED": "true", "ES_HOST": "http://u:\(secret)@127.0.0.1", "ES_PORT": "1", "ES_PASS": secret],
                ["ES_ENABLED": "true", "ES_HOST": "127.0.0.1", "ES_PORT": "1", "ES_USER": "u", "ES_PASS": secret],
                ["MASTOCTL_API_URL": "https://u:\(secret)@127.0.0.1:1"],
                ["MASTOCTL_API_URL": "http://far.example/x?key=\(secret)"],
                ["SMTP_PASSWORD": "\"\(secret)"], ["SMTP_PASSWORD": "'\(secret)' \(secret)"],
                ["DB_PASS": "$(\(secret))"], ["DB_PORT": secret], ["REPLICA_DATABASE_URL": "postgres://u:\(secret)/x"],
            ]
    }()

    private static let lines: [[String]] = [
        ["media", "remove", "--yes"], ["config", "show"], ["doctor"], ["accounts", "list"], ["search", "status"],
        ["config", "check"], ["instance"], ["media", "usage"], ["accounts", "suspend", "nobody_here", "--via", "api"],
        ["login", "--token-file", "/nowhere"],
    ]

    @Test func `a setting that cannot be used is told of without its value`() async throws {
        let stage = try await Stage.forRound().withCanaries()
        var leaks: [String] = []
        for settings in Self.broken {
            for line in Rounds.some(of: Self.lines, atLeast: 2) {
                leaks += try await stage.with(settings).leaks(of: line).map { "\(settings.keys.sorted()) \($0)" }
            }
        }
        leaks += try await stage.leaksOnDisk()
        #expect(leaks == [])
    }

    @Test func `what a profile, a token file and the address of a list hold is told of without its value`() async throws
    {
        let stage = try await Stage.forRound().withCanaries()
        let (folder, secret) = (stage.instance.folder, Canary.of("file"))
        let files = [
            "torn.toml": "[lanes]\napi_token = \"\(secret)\n", "odd.toml": "[postgres]\npassword = [\"\(secret)\"]\n",
            "unknown.toml": "[postgres]\npasswort = \"\(secret)\"\n", "double.toml": "[lanes]\napi_token = \(secret)\n",
            "token": "\(secret)\n\(secret)\n", "empty": "\n",
            "list.toml": "name = \"x\"\n[[source]]\nurl = \"http://u:\(secret)@127.0.0.1:1/l.csv?key=\(secret)\"\n",
            "torn-list.toml": "name = \"x\"\n[[source]]\nurl = \"http://u:\(secret)@127.0.0.1:1/l.csv\nx\n",
        ]
        for (name, text) in files {
            stage.write(text, to: name, from: folder)
            chmod("\(folder)/\(name)", 0o600)
        }
        var leaks: [String] = []
        for name in ["torn", "odd", "unknown", "double"] {
            for line in [["config", "show"], ["config", "check"], ["accounts", "list"]] {
                leaks += try await stage.leaks(of: line + ["--profile", "\(folder)/\(name).toml"])
            }
        }
        for name in ["list", "torn-list"] {
            for verb in ["plan", "drift", "sync"] {
                let line = ["domain-blocks", verb, "\(folder)/\(name).toml"] + (verb == "sync" ? ["--yes"] : [])
                leaks += try await stage.leaks(of: line)
            }
        }
        for name in ["token", "empty"] {
            leaks += try await stage.with(["MASTOCTL_API_URL": "http://127.0.0.1:1"])
                .leaks(of: ["login", "--token-file", "\(folder)/\(name)"])
        }
        leaks += try await stage.leaksOnDisk()
        #expect(leaks == [])
    }
}
