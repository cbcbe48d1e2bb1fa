import Glibc
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DomainBlocksLongListTests {
    /// What a run takes at its peak besides what it leaves behind; looked at while it runs, so a little less than that.
    private func measured(_ running: Running) async -> (run: Run, peak: Int) {
        let looking = Task {
            var peak = 0
            while !Task.isCancelled {
                let lines = TextFile.read("/proc/\(running.id)/status")?.split(separator: "\n") ?? []
                let words = lines.first { $0.hasPrefix("VmHWM:") }?.split(separator: " ") ?? []
                if words.count > 1, let kilobytes = Int(words[1]) { peak = max(peak, kilobytes * 1_024) }
                try? await Task.sleep(for: .milliseconds(2))
            }
            return peak
        }
        let run = await running.end(patience: .seconds(300))
        looking.cancel()
        return (run, await looking.value)
    }

    private func fill(_ stage: Stage, _ count: Int) async throws {
        try await stage.execute("delete from domain_blocks")
        try await stage.execute(
            """
            insert into domain_blocks (domain, severity, public_comment, created_at, updated_at)
            select 'd' || number || '.long.example', 1, repeat('because ', 40), now(), now()
            from generate_series(1, \(count)) as number
            """)
    }

    @Test(arguments: ["mastodon", "json"])
    func `100,000 blocks are written in no more memory than 1,000`(dialect: String) async throws {
        let stage = try await Stage.make()
        var peaks: [Int] = []
        for count in [1_000, 100_000] {
            try await fill(stage, count)
            let (run, peak) = await measured(try stage.start(["domain-blocks", "export", "--dialect", dialect]))
            #expect(run.status == 0, "\(run.conversation)")
            #expect(run.answer.utf8.split(separator: 10).count == count + (dialect == "json" ? 2 : 1))
            peaks.append(peak)
        }
        #expect(peaks[1] - peaks[0] < 16_000_000, "\(peaks)")
    }

    @Test func `100,000 lines are read in no more memory than 1,000`() async throws {
        let stage = try await Stage.make()
        var peaks: [Int] = []
        for count in [1_000, 100_000] {
            let lines = (1...count).map {
                "n\($0).long.example,suspend,\"\(String(repeating: "because ", count: 40))\"\n"
            }
            let path = stage.file("list.csv", "#domain,#severity,#public_comment\n" + lines.joined())
            let words = ["domain-blocks", "import", path, "--dry-run", "--format", "json"]
            let (run, peak) = await measured(try stage.start(words))
            #expect(run.status == 0, "\(run.conversation)")
            #expect(try await stage.figure("changed", of: run) == "\(count)")
            peaks.append(peak)
        }
        #expect(peaks[1] - peaks[0] < 16_000_000, "\(peaks)")
    }
}
