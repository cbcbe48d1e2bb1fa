import Model
import Postgres
import Support
import Testing

/// A table of a fork's or a plug-in's own that keeps an account, as they are met with.
@Suite(.enabled(if: TestServers.areInstalled), .serialized) struct HeldRowsTests {
    private func held(by table: Statement, on account: Statement, in stage: Stage) async throws -> Int64 {
        try await stage.execute(
            "create table \(fragment: table) (account_id bigint not null references accounts (id), text varchar)")
        try await stage.execute("insert into \(fragment: table) \(fragment: account)")
        return Int64(try await stage.number("select account_id from \(fragment: table)"))
    }

    @Test func `a domain's other accounts go, and the one that is held is told with its constraint`() async throws {
        let stage = try await Stage.make()
        let id = try await held(
            by: "extra_notes", on: "select max(id), 'x' from accounts where domain = 'big.example'", in: stage)
        let all = try await stage.number("select count(*) from accounts where domain = 'big.example'")
        let run = try await stage.consequences(of: "domains", "purge", "big.example", "--yes", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(
            try await stage.number("select count(*) from accounts where domain = 'big.example' and id <> \(id)") == 0)
        #expect(try await stage.number("select count(*) from accounts where id = \(id)") == 1)
        #expect(try await stage.figure("failed", of: run) == "1")
        #expect(try await stage.figure("skipped", of: run) == "0")
        #expect(try await stage.figure("details.accounts", of: run) == "\(all - 1)")
        let reason = try await stage.figure("failures.0.reason", of: run) ?? ""
        #expect(reason == #"violates the foreign key "extra_notes_account_id_fkey" of table "extra_notes""#)
        #expect(stage.journals.isEmpty)
    }

    @Test func `pruning leaves the account that is held, and says which`() async throws {
        let stage = try await Stage.make()
        try await stage.addStrangers(5)
        let dry = try await stage.consequences(of: "accounts", "prune", "--dry-run", "--format", "json")
        let prunable = try #require(Int(try await stage.figure("changed", of: dry) ?? ""))
        try #require(prunable >= 5)
        let kept = try await held(
            by: "extra_notes", on: "select max(id), 'x' from accounts where domain = 'far.example'", in: stage)
        try await stage.execute("insert into extra_notes select id, 'x' from accounts where id <> \(kept)")
        let all = try await stage.consequences(of: "accounts", "prune", "--yes", "--format", "json")
        #expect(all.status == 1, "\(all.conversation)")
        #expect(try await stage.figure("failed", of: all) == "\(prunable)")
        try await stage.execute("delete from extra_notes where account_id <> \(kept)")
        let one = try await stage.consequences(of: "accounts", "prune", "--yes", "--format", "json")
        #expect(one.status == 1, "\(one.conversation)")
        #expect(try await stage.number("select count(*) from accounts where id = \(kept)") == 1)
        #expect(try await stage.figure("changed", of: one) == "\(prunable - 1)")
        #expect(try await stage.figure("failed", of: one) == "1")
    }

    @Test func `sizes that no sum can hold are no defect of ours`() async throws {
        let stage = try await Stage.make()
        try await stage.execute("alter table media_attachments alter column file_file_size type bigint")
        try await stage.execute("update media_attachments set file_file_size = 9223372036854775807")
        for by in ["domain", "account", "type", "age"] {
            let run = try await stage.consequences(of: "media", "usage", "--by", by, "--format", "json")
            #expect(run.status == 0, "\(run.conversation)")
            #expect(try await stage.figure("total_bytes", of: run) == "9223372036854775807")
        }
    }

    @Test func `a missing right names the table and is status 77`() async throws {
        let stage = try await Stage.make()
        let role = try await stage.makeReader()
        let run = try await stage.with(["DB_USER": role]).run("domains", "purge", "big.example", "--yes")
        #expect(run.status == 77, "\(run.conversation)")
        #expect(run.conversation.contains("permission denied for"))
    }
}
