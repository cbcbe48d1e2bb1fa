import Model
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct ReadOnlyTests {
    /// What somebody may try to get past it, a choice a line.
    private static let tricks: [[String: String]] = [
        [:], ["MASTOCTL_READ_ONLY": "false"], ["MASTOCTL_READ_ONLY": ""], ["READ_ONLY": "false"],
        ["MASTOCTL_ROOT": "/"],
    ]

    /// A command line of every noun that writes.
    private static let lines = [
        "accounts delete admin", "accounts create read --email read@example.org", "announcements add news",
        "backup create", "cache clear", "cache recount accounts", "canonical-email-blocks add a@b.example",
        "domain-allows add a.example", "domain-blocks add a.example", "domains purge a.example",
        "email-domain-blocks add a.example", "email-subscriptions unsubscribe a@b.example", "emoji purge",
        "feeds clear", "feeds build", "invites expire --all", "ip-blocks add 203.0.113.9 --severity no_access",
        "maintenance indexes", "media remove --days 0", "media remove-orphans --min-age 0",
        "preview-cards remove --days 0", "prune", "queues delete --where class:Nothing",
        "relays add https://a.example/inbox",
        "reports resolve 1", "rules add rule", "search deploy", "settings registrations close",
        "settings set site_title title", "statuses remove --days 0", "tags usable tag", "trends tags approve tag",
        "upgrade storage-schema", "username-blocks add name",
        "webhooks add https://a.example/hook --event report.created",
    ]

    private func run(_ line: [String], on stage: Stage) async throws -> Program.Ending {
        let program = Program(Self.tricks.randomElement() ?? [:])
        program.folder.make(
            ".config/mastoctl/careful.toml",
            content: "read_only = true\nenv_file = \"\(stage.instance.environmentFile)\"\n")
        return try await program.run(line + ["--yes", "--profile", "careful"])
    }

    @Test func `nothing is changed through a profile that says read_only, by no command of no noun`() async throws {
        let stage = try await Stage.forRound()
        let all = Round.all.flatMap(\.errands).filter { $0.since <= .usual }
        // Also those of questions: what one makes, the words of another name.
        for errand in all { try await errand.prepare?(stage) }
        let errands = all.filter { !$0.isQuestion }
        let chosen = (0..<Rounds.of(200, atLeast: 8)).compactMap { _ in errands.randomElement() }
        let state = try await stage.snapshot()
        let content = try await stage.redisContent()
        for errand in chosen {
            let line = try await stage.words(errand.words)
            let run = try await run(line, on: stage)
            // What an errand before would have made is not there.
            #expect([64, 65, 66, 77].contains(run.status), "\(line): \(run)")
        }
        var refused = 0
        for words in Self.lines {
            let line = words.split(separator: " ").map(String.init)
            let run = try await run(line, on: stage)
            // What finds nothing to do, or nothing of that name, need not ask for the right to write.
            #expect([0, 1, 66, 77, 78].contains(run.status), "\(line): \(run)")
            if run.status == 77 { refused += 1 }
        }
        #expect(refused > Self.lines.count / 2)
        #expect(try await stage.snapshot() == state)
        #expect(try await stage.redisContent() == content)
    }

    @Test func `no token is got or given back through it, and a word that is no yes or no is refused`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let program = Program(["MASTOCTL_READ_ONLY": "false"])
        let profile = "env_file = \"\(instance.environmentFile)\"\n"
        program.folder.make(".config/mastoctl/careful.toml", content: "read_only = true\n" + profile)
        program.folder.make("token", content: "abc\n")
        let login = try await program.run([
            "login", "--token-file", "\(program.folder.path)/token", "--profile", "careful",
        ])
        #expect(login.status == 77 && login.errors.contains("read_only"), "\(login)")
        program.folder.make(".config/mastoctl/careful.credentials", content: "url = \"https://sandbox.example\"\n")
        program.folder.make(".config/mastoctl/odd.toml", content: "read_only = \"yes\"\n" + profile)
        let odd = try await program.run(["settings", "registrations", "close", "--yes", "--profile", "odd"])
        #expect(odd.status == 78 && odd.errors.contains("must be true or false"), "\(odd)")
        let run = Program(["MASTOCTL_READ_ONLY": "1", "MASTOCTL_ENV_FILE": instance.environmentFile])
        let refused = try await run.run(["settings", "registrations", "close", "--yes"])
        #expect(refused.status == 77 && refused.errors.contains("MASTOCTL_READ_ONLY is set"), "\(refused)")
    }
}
