import Support
import Testing

/// Answers of commands that no round runs: their JSON is what `Tests/Golden/json` promises.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct AnswerTests {
    private static let lines: [[String]] = [
        ["accounts", "dossier", "{user}", "--legal", "--out", "{folder}/dossier.json"], ["config", "check"],
        ["doctor", "explain", "pg.collation-drift"], ["doctor", "list"], ["emoji", "list"],
        ["emoji", "export", "{folder}"], ["prune", "--policy", "{folder}/policy.toml", "--schedule", "systemd"],
        ["queues", "processes"],
        ["queues", "schedules"], ["version", "--instance"],
    ]

    @Test func `a question that no round asks answers in JSON as it is promised`() async throws {
        let stage = try await Stage.forRound(.usual)
        stage.write("[headers]\ndays = 30\n", to: "policy.toml", from: stage.instance.folder)
        for line in Self.lines {
            let own = line.map { $0.replacing("{folder}", with: stage.instance.folder) }
            let words = try await stage.words(own)
            let run = try await stage.start(words + ["--format", "json"]).end()
            #expect(run.status == 0 || run.status == 1, "\(words): \(run.conversation)")
            #expect(run.answer.contains(#""schema":"#), "\(words): \(run.answer)")
            AnswerShape.check(run.answer)
        }
    }
}
