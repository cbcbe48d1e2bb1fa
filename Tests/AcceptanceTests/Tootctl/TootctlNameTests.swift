import Glibc
import Model
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct TootctlNameTests {
    @Test func `called by tootctl's name it takes its words, and says what it says`() async throws {
        let instance = try await TestInstance.make()
        let folder = TemporaryFolder()
        symlink(Program.path, "\(folder.path)/tootctl")
        let program = Program(["MASTOCTL_ENV_FILE": instance.environmentFile], at: "\(folder.path)/tootctl")
        for (words, said) in [
            (["cache", "clear"], "OK\n"), (["feeds", "clear"], "OK\n"),
            (["accounts", "prune", "--dry_run"], "accounts (DRY RUN)\n"),
            (["cache", "recount", "accounts"], "records\n"),
            (
                ["preview_cards", "remove", "--days", "3650", "--dry-run=true"],
                "preview cards (approx. 0 Bytes) (DRY RUN)\n"
            ),
            (["settings", "registrations", "open"], "OK\n"),
        ] {
            let run = try await program.run(words)
            #expect(run.status == 0, "\(words): \(run.errors)")
            #expect(run.output.hasSuffix(said), "\(words): \(run.output)")
            #expect(run.output.split(separator: "\n").count == 1, "\(words): \(run.output)")
        }
        let json = try await program.run(["cache", "clear", "--format", "json"])
        #expect(json.output.contains("\"schema\""))
        let help = try await program.run(["help", "cache", "recount"])
        #expect(help.status == 0)
        #expect(help.output.contains("accounts or statuses"))
    }
}
