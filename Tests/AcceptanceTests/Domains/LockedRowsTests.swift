import Glibc
import Model
import Postgres
import Support
import Testing

/// Beside a living server: rows and tables that another session holds for longer than a run.
@Suite(.enabled(if: TestServers.areInstalled), .serialized) struct LockedRowsTests {
    /// Runs `body` while another session holds what a statement locks.
    private func holding<Value: Sendable>(
        _ statement: Statement, in stage: Stage, _ body: () async throws -> Value
    ) async throws -> Value {
        let other = try await stage.instance.connect()
        try await other.execute("begin")
        try await other.execute(statement)
        do {
            let value = try await body()
            try await other.execute("rollback")
            await other.close()
            return value
        } catch {
            await other.close()
            throw error
        }
    }

    /// With a lock timeout so short that tests wait little.
    private func impatient() async throws -> Stage {
        var stage = try await Stage.make()
        stage.environment["MASTOCTL_LOCK_TIMEOUT"] = "1s"
        return stage
    }

    @Test func `an account that somebody holds is told and left, and the others go`() async throws {
        let stage = try await impatient()
        let held = try await stage.number("select max(id) from accounts where domain = 'big.example'")
        let run = try await holding("select id from accounts where id = \(Int64(held)) for update", in: stage) {
            try await stage.start(["domains", "purge", "big.example", "--yes", "--format", "json"]).end()
        }
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await stage.number("select count(*) from accounts where domain = 'big.example'") == 1)
        #expect(try await stage.figure("failed", of: run) == "1")
        #expect(try await stage.figure("failures.0.reason", of: run) == "is held by somebody else in the database")
        let again = try await stage.consequences(of: "domains", "purge", "big.example", "--yes")
        #expect(again.status == 0, "\(again.conversation)")
        #expect(try await stage.number("select count(*) from accounts where domain = 'big.example'") == 0)
    }

    @Test func `a table that is locked whole ends a look with a word`() async throws {
        let stage = try await impatient()
        let run = try await holding("lock table accounts in access exclusive mode", in: stage) {
            try await stage.start(["accounts", "list"]).end()
        }
        #expect(run.status == 75, "\(run.conversation)")
        #expect(run.conversation.contains("somebody else holds a lock in the database"))
    }

    /// With a bound for locks so long that only a stop ends the waiting.
    private func patient() async throws -> Stage {
        var stage = try await Stage.make()
        stage.environment["MASTOCTL_LOCK_TIMEOUT"] = "1h"
        return stage
    }

    @Test(arguments: [["--deadline", "1s"], []])
    func `a deadline or a signal ends the waiting for a lock within a second`(bound: [String]) async throws {
        let stage = try await patient()
        let run = try await holding(
            "select id from accounts where domain = 'big.example' for update", in: stage
        ) {
            let running = try stage.start(
                ["domains", "purge", "big.example", "--yes", "--format", "json"] + bound)
            try await untilTrue("the run waits for a row") { try await stage.waitingForLocks > 0 }
            if bound.isEmpty { running.send(SIGINT) }
            // The deadline was a second away at most; the rest is the way out.
            return await running.end(patience: .seconds(10))
        }
        #expect(run.status == (bound.isEmpty ? 130 : 0), "\(run.conversation)")
        #expect(try await stage.figure("stopped", of: run) == (bound.isEmpty ? "interrupted" : "deadline"))
        #expect(stage.journals.isEmpty)
    }

    @Test func `a signal ends a look that waits for a table, in a rehearsal and before a change`() async throws {
        let stage = try await patient()
        for mode in ["--yes", "--dry-run"] {
            let run = try await holding("lock table custom_emojis in access exclusive mode", in: stage) {
                let running = try stage.start(["domains", "purge", "big.example", mode, "--format", "json"])
                try await untilTrue("the run waits for the table") { try await stage.waitingForLocks > 0 }
                running.send(SIGTERM)
                return await running.end(patience: .seconds(20))
            }
            #expect(run.status == 143, "\(run.conversation)")
            #expect(try await stage.figure("stopped", of: run) == "terminated")
            #expect(try await stage.figure("changed", of: run) == "0")
        }
    }

    /// One law: whatever waits, no transaction of ours is open for longer than 5 s. The rounds hold every command to it
    /// that waits for nobody.
    @Test func `no transaction stays open for long while others hold locks`() async throws {
        let stage = try await impatient()
        let commands: [[String]: Int32] = [
            ["domains", "purge", "big.example", "--yes", "--deadline", "8s"]: 0,
            ["accounts", "prune", "--yes", "--deadline", "8s"]: 0,
            ["domain-blocks", "add", "held.example", "--no-wait", "--yes"]: 1, ["accounts", "list"]: 0,
            ["media", "usage"]: 0,
        ]
        let (statuses, watch) = try await holding("lock table accounts in exclusive mode", in: stage) {
            try await stage.watchingTransactions {
                try await withThrowingTaskGroup(of: ([String], Int32).self) { group in
                    for words in commands.keys {
                        group.addTask { (words, try await stage.start(words).end().status) }
                    }
                    var statuses: [[String]: Int32] = [:]
                    for try await (words, status) in group { statuses[words] = status }
                    return statuses
                }
            }
        }
        #expect(statuses == commands)
        #expect(watch.sightings > 0 && watch.tooLong == nil)
    }
}
