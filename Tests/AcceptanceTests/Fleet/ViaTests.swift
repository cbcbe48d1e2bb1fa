import Glibc
import Model
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && ShellServer.isAvailable)) struct ViaTests {
    private func program(
        _ server: ShellServer, _ instance: TestInstance, _ kind: String = "ssh", more: String = "",
        environment: [String: String] = [:]
    ) -> Program {
        let sockets = TemporaryFolder.make("ways")
        let program = Program(
            ["PATH": server.path, "XDG_RUNTIME_DIR": sockets].merging(environment) { $1 })
        program.folder.make(
            ".config/mastoctl/far.toml",
            content: "env_file = \"\(instance.environmentFile)\"\nvia = \"\(server.way(kind))\"\n" + more)
        return program
    }

    private func leftovers(_ program: Program) -> [String] {
        guard let folder = program.environment["XDG_RUNTIME_DIR"], let handle = opendir(folder) else { return ["?"] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    @Test func `database and Redis are asked through ssh, which ends with the command`() async throws {
        let instance = try await TestInstance.make()
        let server = try await ShellServer()
        let program = program(server, instance)
        let direct = try await Program(for: instance).run(["accounts", "list", "--format", "ids"])
        let listed = try await program.run(["accounts", "list", "--format", "ids", "--profile", "far"])
        #expect(listed.status == 0 && listed.output == direct.output && !listed.output.isEmpty, "\(listed)")
        #expect(server.log.contains("Accepted publickey"))
        let queues = try await program.run(["queues", "list", "--profile", "far"])
        #expect(queues.status == 0, "\(queues)")
        #expect(leftovers(program) == [])
        try await untilTrue("every session has ended") {
            server.log.count(of: "Accepted publickey") <= server.log.count(of: "Disconnected from")
        }
    }

    /// Each of them builds its services apart from those that commands change something with.
    @Test(arguments: [
        ["doctor", "--fast", "--fail-on", "never"], ["instance", "show"], ["top", "--once"], ["version", "--instance"],
        ["support", "bundle", "--dry-run"],
    ])
    func `what looks at services one by one brings them, too`(words: [String]) async throws {
        let instance = try await TestInstance.make(size: .empty)
        let server = try await ShellServer()
        let program = program(server, instance)
        let run = try await program.run(words + ["--profile", "far", "--format", "json"])
        // An instance whose media are not seen is told with status 1.
        #expect(run.status <= 1 && JSONValue(parsing: run.output) != nil, "\(run)")
        let settings = Dictionary(instance.environment) { $1 }
        #expect(server.count(ofForwardsTo: settings["DB_PORT"] ?? "?") > 0, "\(server.log)")
        #expect(leftovers(program) == [])
        server.becomeAStranger()
        let refused = try await program.run(words + ["--profile", "far"])
        #expect(refused.status == 69 && refused.errors.contains("Host key verification failed"), "\(refused)")
    }

    /// An account for forwarding alone tells nothing of its machine, and this one's figures are not taken for it.
    @Test(arguments: [true, false])
    func `the machine that is looked at is the far one`(allowsCommands: Bool) async throws {
        let instance = try await TestInstance.make(size: .empty)
        let server = try await ShellServer(allowsCommands: allowsCommands)
        let program = program(server, instance)
        let ids = ["host.memory", "host.disk-root", "host.reboot-needed", "media.space", "pg.reachable"]
        let run = try await program.run(
            ["doctor", "--profile", "far", "--format", "json", "--fail-on", "never"] + ids.flatMap { ["--only", $0] })
        let checks = try #require(JSONValue(parsing: run.output)?["checks"]?.array, "\(run)")
        let unseen = checks.filter { $0["state"]?.string == "could_not_look" }.compactMap { $0["id"]?.string }
        #expect(checks.count == ids.count, "\(run)")
        #expect(unseen.sorted() == (allowsCommands ? [] : ids.dropLast().sorted()), "\(run)")
    }

    @Test func `what cannot be reached by ssh is told with its words, and nothing is started without a need`()
        async throws
    {
        let instance = try await TestInstance.make(size: .empty)
        let server = try await ShellServer()
        let program = program(server, instance)
        let shown = try await program.run(["config", "show", "--profile", "far"])
        #expect(shown.status == 0 && shown.output.contains("127.0.0.1:\(server.port)"), "\(shown)")
        #expect(!server.log.contains("Accepted"))
        server.becomeAStranger()
        let refused = try await program.run(["accounts", "list", "--profile", "far"])
        #expect(refused.status == 69 && refused.errors.contains("Host key verification failed"), "\(refused)")
        #expect(leftovers(program) == [])
    }

    @Test func `the far machine's own mail server is not taken for this one's`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let server = try await ShellServer()
        let program = program(server, instance, environment: ["SMTP_SERVER": "localhost"])
        let sent = try await program.run(["mail", "check", "--profile", "far"])
        #expect(sent.status == 78 && sent.errors.contains("localhost:"), "\(sent)")
    }

    @Test func `media on the far machine count as unseen, not as missing, and no backup is made of the wrong server`()
        async throws
    {
        let instance = try await TestInstance.make()
        let server = try await ShellServer()
        let program = program(server, instance)
        let verified = try await program.run(["media", "verify", "--profile", "far"])
        #expect(verified.status == 78 && verified.errors.contains("another machine"), "\(verified)")
        let removal = try await program.run(["media", "remove", "--days", "0", "--yes", "--profile", "far"])
        #expect(removal.status == 78, "\(removal)")
        let kept = try await Program(for: instance).run(["media", "remove", "--days", "0", "--dry-run"])
        #expect(kept.status == 0)
    }

    @Test func `a command runs on the far side, with the profile's read_only`() async throws {
        let instance = try await TestInstance.make()
        let home = TemporaryFolder()
        let script = """
            #!/bin/sh
            export HOME='\(home.path)' MASTOCTL_ENV_FILE='\(instance.environmentFile)'
            exec '\(Program.path)' "$@"

            """
        let server = try await ShellServer(programs: ["mastoctl": script])
        let program = program(server, instance, "ssh-exec", more: "read_only = true\n")
        let listed = try await program.run(["accounts", "list", "--format", "ids", "--profile", "far"])
        let direct = try await Program(for: instance).run(["accounts", "list", "--format", "ids"])
        #expect(listed.status == 0 && listed.output == direct.output, "\(listed)")
        let odd = try await program.run(["accounts", "show", "it's; $(touch \(home.path)/bad)", "--profile=far"])
        #expect(odd.status == 65 && odd.errors.contains("no account's name") && !home.has("bad"), "\(odd)")
        let refused = try await program.run(["settings", "registrations", "close", "--yes", "--profile", "far"])
        #expect(refused.status == 77 && refused.errors.contains("MASTOCTL_READ_ONLY"), "\(refused)")
    }
}

extension String {
    fileprivate func count(of mark: String) -> Int { ranges(of: mark).count }
}
