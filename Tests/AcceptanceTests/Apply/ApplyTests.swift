import Glibc
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct ApplyTests {
    private func planned(_ stage: Stage, _ words: [String]) async throws -> (Run, String) {
        let path = "\(stage.instance.folder)/plan.json"
        unlink(path)
        return (try await stage.start(words + ["--plan-out", path]).end(), path)
    }

    @Test func `a plan changes nothing, does its work once, and then has nothing to do`() async throws {
        let stage = try await Stage.make()
        let names = try await stage.ordinaryUsers(3)
        let before = try await stage.snapshot()
        let (plan, path) = try await planned(stage, ["accounts", "suspend", "--text", "spam"] + names)
        #expect(plan.status == 0, "\(plan.conversation)")
        #expect(plan.answer.contains("planned 3 accounts") && plan.answer.contains("mastoctl apply"))
        #expect(try await stage.snapshot() == before)
        let dry = try await stage.run("apply", path, "--dry-run", "--format", "json")
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await stage.figure("changed", of: dry) == "3")
        #expect(dry.conversation.contains(names[2]) && dry.conversation.contains("spam"))
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.run("apply", path).status == 64)
        let run = try await stage.run("apply", path, "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "3")
        #expect(try await stage.figure("operation", of: run) == "accounts suspend")
        #expect(
            try await stage.number("select count(*) from account_warnings where text = 'spam' and action = 4000") == 3)
        let again = try await stage.run("apply", path, "--yes", "--format", "json")
        #expect(again.status == 0, "\(again.conversation)")
        #expect(try await stage.figure("changed", of: again) == "0")
        #expect(try await stage.figure("skipped", of: again) == "3")
        #expect(try await stage.figure("skips.0.reason", of: again) == "is suspended meanwhile")
        #expect(try await stage.number("select count(*) from account_warnings where text = 'spam'") == 3)
    }

    @Test func `what changed in between is left alone with its reason`() async throws {
        let stage = try await Stage.make()
        let names = try await stage.ordinaryUsers(3)
        let (plan, path) = try await planned(stage, ["accounts", "silence"] + names)
        #expect(plan.status == 0, "\(plan.conversation)")
        try await stage.execute(
            "update accounts set silenced_at = now() where username = \(names[0]) and domain is null")
        try await stage.execute(
            "update accounts set username = 'renamed' where username = \(names[1]) and domain is null")
        let run = try await stage.run("apply", path, "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "1")
        #expect(try await stage.figure("skipped", of: run) == "2")
        let told = try await stage.run("apply", path, "--yes")
        #expect(told.answer.contains("\(names[1]): is called renamed meanwhile"))
    }

    @Test func `a plan of another instance, a spoilt one and none at all are refused`() async throws {
        let stage = try await Stage.make()
        let (_, path) = try await planned(stage, ["accounts", "silence"] + stage.ordinaryUsers())
        let before = try await stage.snapshot()
        let other = try await stage.with(["LOCAL_DOMAIN": "other.example"]).run("apply", path, "--yes")
        #expect(other.status == 65 && other.conversation.contains("another instance"))
        let text = try #require(TextFile.read(path))
        TextFile.write(text.replacing("silenced", with: "silencer"), to: "\(path).changed")
        let changed = try await stage.run("apply", "\(path).changed", "--yes")
        #expect(changed.status == 65 && changed.conversation.contains("changed or cut off"))
        #expect(try await stage.run("apply", "\(path).none", "--yes").status == 66)
        let again = try await stage.start(["accounts", "silence"] + stage.ordinaryUsers() + ["--plan-out", path]).end()
        #expect(again.status == 64 && again.conversation.contains("exists already"), "\(again.conversation)")
        #expect(try await stage.snapshot() == before)
    }
}
