import Crypto
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct PasswordTests {
    private func hash(_ stage: Stage) async throws -> String {
        try await stage.texts("select encrypted_password from users order by id desc limit 1").first ?? ""
    }

    @Test func `a password goes into a file of one's own and never over another`() async throws {
        let stage = try await Stage.withRoles()
        let file = "\(stage.instance.folder)/secret"
        let words = ["accounts", "create", "alice", "--email", "alice@mail.example", "--password-file", file]
        let rehearsal = try await stage.start(words + ["--dry-run"]).end()
        #expect(rehearsal.status == 0 && TextFile.read(file) == nil)
        let run = try await stage.start(words + ["--format", "json"]).end()
        #expect(run.status == 0, "\(run.conversation)")
        let line = try #require(TextFile.read(file))
        #expect(TextFile.mode(file) == 0o600 && line.count == 33)
        let password = String(line.dropLast())
        #expect(PasswordHash.matches(password, try await hash(stage)))
        #expect(!run.answer.contains(password) && !run.conversation.contains(password))
        #expect(try await !stage.records().contains(password))
        let before = try await stage.snapshot()
        let again = try await stage.consequences(
            of:
                "accounts", "create", "bob", "--email", "bob@mail.example", "--password-file", file)
        #expect(again.status == 74 && TextFile.read(file) == line)
        #expect(try await stage.snapshot() == before)
    }

    @Test func `a file whose password nobody got is taken away again`() async throws {
        let stage = try await Stage.withRoles()
        try await stage.execute("alter table users add check (email <> 'bob@mail.example')")
        let file = "\(stage.instance.folder)/secret"
        let run = try await stage.consequences(
            of:
                "accounts", "create", "bob", "--email", "bob@mail.example", "--password-file", file)
        #expect(run.status != 0 && TextFile.read(file) == nil)
    }

    @Test func `nobody sees a password who did not ask for it`() async throws {
        let stage = try await Stage.withRoles()
        let log = "\(stage.instance.folder)/log"
        let run = try await stage.consequences(
            of:
                "accounts", "create", "alice", "--email", "alice@mail.example", "--format", "json", "--log-file", log)
        #expect(run.status == 0 && run.conversation.contains("--show-password"))
        #expect(try await stage.figure("facts.password", of: run) == nil)
        let text = run.answer + run.conversation + (TextFile.read(log) ?? "") + (try await stage.records())
        let words = text.split { !$0.isHexDigit }.filter { $0.count == 32 }
        let stored = try await hash(stage)
        #expect(!words.contains { PasswordHash.matches(String($0), stored) })
        let token = try await stage.texts("select confirmation_token from users")[0]
        #expect(!text.contains(token))
    }

    @Test func `a chosen password comes by standard input and by nothing else`() async throws {
        let stage = try await Stage.withRoles()
        let shell = Program(
            [
                "MASTOCTL_ENV_FILE": stage.instance.environmentFile,
                "MASTOCTL_STATE_DIR": "\(stage.instance.folder)/state",
            ], at: "/bin/sh")
        let create = "accounts create alice --email alice@mail.example --password-stdin"
        let short = try await shell.run(["-c", "echo 1234567 | \(Program.path) \(create)"])
        #expect(short.status == 65 && short.errors.contains("password: too_short"))
        let long = try await shell.run(["-c", "printf %073d 0 | \(Program.path) \(create)"])
        #expect(long.status == 65 && long.errors.contains("password: too_long"))
        let made = try await shell.run(["-c", "echo 'correct horse' | \(Program.path) \(create)"])
        #expect(made.status == 0, "\(made.errors)")
        #expect(PasswordHash.matches("correct horse", try await hash(stage)))
        #expect(!made.output.contains("correct horse") && !made.errors.contains("correct horse"))
    }
}
