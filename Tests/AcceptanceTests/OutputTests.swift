import Glibc
import Postgres
import Support
import Testing

/// What a run says, where it goes, and how it ends when nobody can hear it or somebody stops it.
@Suite(.enabled(if: TestServers.areInstalled))
struct OutputTests {
    private static let remote: Statement =
        "select count(*) from media_attachments where remote_url <> '' and file_file_name <> ''"

    @Test(arguments: [Run.Answer.closed, .full])
    func `an operation whose answer cannot be written is done all the same`(answer: Run.Answer) async throws {
        let stage = try await Stage.pictures(20, on: .filesystem)
        let query = try await stage.run("media", "usage", answer: answer)
        #expect(query.status == 74, "\(query.conversation)")
        let run = try await stage.run("media", "remove", answer: answer)
        #expect(run.status == 74, "\(run.conversation)")
        #expect(run.conversation.contains("standard output"))
        #expect(try await stage.number(Self.remote) == 0)
        #expect(stage.files(below: "\(stage.instance.mediaRoot)/cache/media_attachments").isEmpty)
        #expect(stage.journals.isEmpty)
    }

    private func run(_ words: [String]) async throws -> Run { try await Running(words, environment: [:]).end() }

    @Test func `a slip in a command's name is a usage error that tells what was meant`() async throws {
        let slip = try await run(["accounts", "shwo", "alice"])
        #expect(slip.status == 64 && slip.answer.isEmpty)
        #expect(
            slip.conversation == """
                error: unknown command 'shwo'; did you mean 'show'?
                  help: `mastoctl accounts --help` lists the commands there are

                """)
        let old = try await run(["preview_crads", "remove", "--dry_run"])
        #expect(old.status == 64 && old.conversation.contains("did you mean 'preview-cards'?"))
        let unknown = try await run(["xyzzy", "--help"])
        #expect(unknown.status == 64 && unknown.conversation.contains("unknown command 'xyzzy'\n"))
    }

    @Test func `help is an answer, however it is asked for, and a noun alone asks for it`() async throws {
        let asked = try await run(["ip-blocks", "add", "--help"])
        #expect(asked.status == 0 && asked.conversation.isEmpty)
        #expect(asked.answer.hasPrefix("OVERVIEW: Block IP addresses or ranges.\n"))
        let others = [
            ["ip_blocks", "add", "-h"], ["help", "ip-blocks", "add"], ["ip-blocks", "add", "192.0.2.1", "-vh"],
            ["ip-blocks", "help", "add"], ["ip-blocks", "add", "--severity", "nonsense", "--help"],
        ]
        for words in others { #expect(try await run(words).answer == asked.answer, "\(words)") }
        let noun = try await run(["ip-blocks"])
        #expect(noun.status == 0 && noun.answer.contains("\nCOMMANDS:\n  add "))
        let alone = try await run([])
        #expect(alone.status == 0 && alone.answer.contains("\nPeople\n  accounts "))
        #expect(try await run(["--help"]).answer == alone.answer)
        #expect(try await run(["media", "usage", "--version"]).answer == "0.1.0\n")
    }

    @Test func `a reader that goes away is no failure`() async throws {
        let stage = try await Stage.pictures(20, on: .filesystem)
        #expect(try await stage.run("media", "usage", "--by", "account", answer: .head).status == 0)
        #expect(try await stage.run("media", "remove", "--verbose", answer: .head).status == 0)
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func `the first signal lets the batch end and says so`(signal: Int32, status: Int32) async throws {
        let stage = try await Stage.pictures(60, on: .filesystem)
        let before = try await stage.number(Self.remote)
        let running = try stage.start(["media", "remove", "--rate", "2", "--format", "json"])
        try await untilTrue("the first batch is done") { try await stage.number(Self.remote) < before }
        running.send(signal)
        let run = await running.end()
        #expect(run.status == status)
        #expect(run.conversation.contains("finishing the batch"))
        let reason = try await stage.figure("stopped", of: run)
        #expect(reason == (signal == SIGINT ? "interrupted" : "terminated"))
        let left = try await stage.number(Self.remote)
        #expect(left > 0 && left < before)
        #expect(try await stage.figure("changed", of: run) == "\(before - left)")
        #expect(stage.journals.isEmpty)
        #expect(try await stage.run("media", "remove").status == 0)
        #expect(stage.files(below: "\(stage.instance.mediaRoot)/cache/media_attachments").isEmpty)
    }

    @Test func `the second signal leaves at once`() async throws {
        let stage = try await Stage.pictures(20, on: .filesystem)
        let holding = try await stage.instance.connect()
        try await holding.execute("begin")
        try await holding.execute("lock table media_attachments in access exclusive mode")
        let running = try stage.start(["media", "remove"])
        try await untilTrue("the run waits for the table") { try await stage.waitingForLocks > 0 }
        let signals = Task {
            while !Task.isCancelled {
                running.send(SIGINT)
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        let run = await running.end()
        signals.cancel()
        #expect(run.status == 130)
        try await holding.execute("rollback")
        await holding.close()
    }

    @Test func `quiet runs that go well are silent, and JSON carries its schema word`() async throws {
        let stage = try await Stage.pictures(20, on: .filesystem)
        let quiet = try await stage.run("media", "remove", "--quiet", "--limit", "2")
        #expect(quiet.status == 0)
        #expect(quiet.answer.isEmpty && quiet.conversation.isEmpty, "\(quiet)")
        for (words, schema) in [
            (["media", "remove"], "media.remove/1"), (["media", "remove-orphans"], "media.remove-orphans/1"),
            (["preview_cards", "remove"], "preview-cards.remove/1"),
        ] {
            let run = try await stage.start(words + ["--format", "json"]).end()
            #expect(run.status == 0, "\(run.conversation)")
            #expect(try await stage.figure("schema", of: run) == schema)
        }
    }

    @Test func `text from elsewhere cannot steer the terminal`() async throws {
        let stage = try await Stage.pictures(10, on: .filesystem)
        let evil = "evil\u{1B}]0;owned\u{07}\u{1B}[2J\u{202E}\r.txt"
        stage.write("x", to: evil)
        mkdir("\(stage.instance.mediaRoot)/accounts", 0o755)
        for folder in ["", "/avatars", "/avatars/999", "/avatars/999/000", "/avatars/999/000/001"] {
            mkdir("\(stage.instance.mediaRoot)/accounts\(folder)", 0o755)
        }
        mkdir("\(stage.instance.mediaRoot)/accounts/avatars/999/000/001/original", 0o755)
        stage.write("x", to: "accounts/avatars/999/000/001/original/\(evil)")
        for form in ["table", "tsv", "ids", "json"] {
            let run = try await stage.run(
                "media", "remove-orphans", "--min-age", "0s", "--dry-run", "--verbose", "--format", form)
            #expect(run.status == 0, "\(run.conversation)")
            for character in ["\u{1B}", "\u{07}", "\r", "\u{202E}"] where form != "json" || character != "\u{202E}" {
                #expect(!(run.answer + run.conversation).unicodeScalars.contains(Unicode.Scalar(character)!), "\(form)")
            }
        }
        #expect(try await stage.run("media", "remove-orphans", "--min-age", "0s").status == 0)
        #expect(!stage.has("accounts/avatars/999/000/001/original/\(evil)"))
        #expect(stage.has(evil))
    }

    @Test func `secrets appear nowhere`() async throws {
        let stage = try await Stage.pictures(10, on: .filesystem)
        let secret = "s3cr3t-hunter2"
        let log = "\(stage.instance.folder)/diagnostics.log"
        var told = ""
        for changes in [
            ["DB_PASS": secret], ["DB_PASS": secret, "DB_USER": "nobody_known"],
            ["DB_PASS": secret, "DB_HOST": "nowhere.invalid"],
            ["DATABASE_URL": "postgres://mastodon:\(secret)@nowhere.invalid:5/x"],
            ["REDIS_URL": "redis://:\(secret)@127.0.0.1:1/0"],
            [
                "S3_ENABLED": "true", "S3_BUCKET": "b", "S3_ENDPOINT": "http://127.0.0.1:1",
                "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": secret,
            ],
        ] {
            for words in [
                ["media", "remove"], ["media", "remove", "--dry-run", "--format", "json"], ["config", "show"],
            ] {
                let running = try stage.with(changes).start(words + ["--log-file", log])
                told += TextFile.read("/proc/\(running.id)/cmdline") ?? ""
                let run = await running.end()
                told += run.answer + run.conversation
            }
        }
        told += TextFile.read(log) ?? ""
        told += try await stage.texts("select application_name || query from pg_stat_activity").joined()
        #expect(told.contains("media"))
        #expect(!told.contains(secret))
    }

    @Test func `an empty env file is no obstacle when the environment says it all`() async throws {
        var stage = try await Stage.pictures(10, on: .filesystem)
        stage.environment.merge(stage.settings) { $1 }
        stage.settings = [:]
        let run = try await stage.run("media", "remove")
        #expect(run.status == 0, "\(run.conversation)")
    }

    @Test func `values in docker's dialect are taken as they stand`() async throws {
        var stage = try await Stage.pictures(10, on: .filesystem)
        let odd = "\(stage.instance.folder)/odd \"media\" #1"
        #expect(rename(stage.instance.mediaRoot, odd) == 0)
        stage.settings["PAPERCLIP_ROOT_PATH"] = odd
        stage.environment["XDG_CONFIG_HOME"] = "\(stage.instance.folder)/config"
        mkdir("\(stage.instance.folder)/config", 0o755)
        mkdir("\(stage.instance.folder)/config/mastoctl", 0o755)
        stage.write("env_dialect = \"docker\"\n", to: "../config/mastoctl/docker.toml", from: odd)
        let run = try await stage.run("media", "remove", "--profile", "docker")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(stage.files(below: "\(odd)/cache/media_attachments").isEmpty)
    }
}
