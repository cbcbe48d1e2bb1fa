import Glibc
import Model
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && ShellServer.isAvailable)) struct ViaTests {
    private func program(
        _ server: ShellServer, _ instance: TestInstance, _ kind: String = "ssh", more: String = ""
    ) -> Program {
        let sockets = TemporaryFolder.make("ways")
        let program = Program(["PATH": server.path, "XDG_RUNTIME_DIR": sockets])
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
        let asked = try await program.run([
            "doctor", "examine", "--deep", "--only", "pg.reachable", "--only", "redis.reachable", "--format", "json",
            "--fail-on", "never",
        ])
        let checks = try #require(JSONValue(parsing: asked.output)?["checks"]?.array, "\(asked)")
        #expect(checks.contains { $0["state"]?.string == "ok" })
        #expect(!checks.contains { $0["id"]?.string == "pg.reachable" && $0["state"]?.string != "ok" })
        #expect(leftovers(program) == [])
        try await untilTrue("every session has ended") {
            server.log.count(of: "Accepted publickey") <= server.log.count(of: "Disconnected from")
        }
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
