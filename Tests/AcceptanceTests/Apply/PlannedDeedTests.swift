import Model
import Postgres
import Support
import Testing

/// Every command about accounts and reports that can be planned: written down, looked at, carried out once.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct PlannedDeedTests {
    static let deeds: [[String]] = [
        ["accounts", "suspend", "{user}"], ["accounts", "unsuspend", "{suspended account}"],
        ["accounts", "silence", "{remote account}"], ["accounts", "unsilence", "{silenced account}"],
        ["accounts", "sensitize", "{user}"], ["accounts", "desensitize", "{sensitized account}"],
        ["accounts", "disable", "{user}"], ["accounts", "enable", "{disabled user}"],
        ["accounts", "reject", "{pending user}"], ["accounts", "role", "{user}", "Moderator"],
        ["accounts", "memorialize", "{user}"], ["accounts", "revoke-sessions", "{user}"],
        ["accounts", "warn", "{user}"],
        ["reports", "assign", "{open report}"], ["reports", "unassign", "{assigned report}"],
        ["reports", "resolve", "{open report}"], ["reports", "reopen", "{closed report}"],
    ]

    /// Accounts and reports in every state that a deed takes back.
    private func make() async throws -> Stage {
        let stage = try await Stage.forRound()
        for words in [
            ["accounts", "suspend", "{user}"], ["accounts", "disable", "{user}"], ["accounts", "silence", "{user}"],
            ["accounts", "sensitize", "{remote account}"], ["reports", "assign", "{open report}"],
            ["reports", "resolve", "{open report}"],
        ] {
            let run = try await stage.start(try await stage.words(words) + ["--yes"]).end()
            #expect(run.status == 0, "\(words): \(run.conversation)")
        }
        _ = try await stage.report(about: stage.words(["{user}"])[0])
        return stage
    }

    @Test(arguments: deeds)
    func `a plan of it changes nothing, does its work once, and leaves alone what is so no more`(
        deed: [String]
    ) async throws {
        let stage = try await make()
        let path = "\(stage.instance.folder)/plan.json"
        let before = try await stage.snapshot()
        let line = try await stage.words(deed)
        let plan = try await stage.start(line + ["--plan-out", path]).end()
        #expect(plan.status == 0, "\(plan.conversation)")
        #expect(try await stage.snapshot() == before)
        let dry = try await stage.run("apply", path, "--dry-run", "--format", "json")
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await stage.figure("changed", of: dry) == "1")
        #expect(try await stage.snapshot() == before)
        let run = try await stage.run("apply", path, "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "1", "\(run.answer)")
        #expect(try await stage.figure("operation", of: run) == deed.prefix(2).joined(separator: " "))
        #expect(try await stage.snapshot() != before)
        let again = try await stage.run("apply", path, "--yes", "--format", "json")
        #expect(again.status == 0, "\(again.conversation)")
        // Somebody who is signed out or warned can be so again; nothing about the account tells them apart.
        let isRepeatable = ["revoke-sessions", "warn"].contains(deed[1])
        #expect(try await stage.figure("changed", of: again) == (isRepeatable ? "1" : "0"), "\(again.answer)")
    }

    @Test(arguments: ["role", "memorialize", "revoke-sessions", "reject"])
    func `a file, a query and names mean the same accounts`(verb: String) async throws {
        for means in [["{names}"], ["--from", "{file}"], ["--where", "{query}"]] {
            let stage = try await Stage.forRound()
            let chosen = try await stage.ordinaryUsers(2)
            try await stage.execute(
                """
                update accounts set display_name = 'one of them'
                where username = any(\(chosen)) and domain is null
                """)
            if verb == "reject" {
                try await stage.execute(
                    """
                    update users set approved = false
                    where account_id in (select id from accounts where display_name = 'one of them')
                    """)
            }
            let names = try await stage.texts(
                "select username from accounts where display_name = 'one of them' order by id")
            try #require(names.count == 2)
            var words: [String] = []
            for word in means {
                switch word {
                case "{names}": words += names
                case "{file}":
                    TextFile.write(names.joined(separator: "\n"), to: "\(stage.instance.folder)/names")
                    words.append("\(stage.instance.folder)/names")
                case "{query}": words.append("origin:local username:\(names.joined(separator: ","))")
                default: words.append(word)
                }
            }
            // The role stands behind the names, and alone before options.
            if verb == "role" { words.insert("Moderator", at: means[0] == "{names}" ? words.count : 0) }
            let run = try await stage.start(["accounts", verb] + words + ["--yes", "--format", "json"]).end()
            #expect(run.status == 0, "\(words): \(run.conversation)")
            #expect(try await stage.figure("changed", of: run) == "2", "\(words): \(run.answer)")
        }
    }

    @Test func `reports are read from a file, and a line that is no number is told`() async throws {
        let stage = try await Stage.make()
        let name = try await stage.ordinaryUsers()[0]
        let ids = [try await stage.report(about: name), try await stage.report(about: name)]
        let path = "\(stage.instance.folder)/ids"
        TextFile.write("# these\n\(ids[0])\n\(ids[1])\n", to: path)
        let run = try await stage.run("reports", "resolve", "--from", path, "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "2")
        TextFile.write("12 monkeys\n", to: path)
        #expect(try await stage.run("reports", "resolve", "--from", path).status == 65)
        #expect(try await stage.run("reports", "resolve").status == 64)
    }
}
