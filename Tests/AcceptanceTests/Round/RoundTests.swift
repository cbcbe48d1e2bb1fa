import Model
import Postgres
import Support
import Testing

/// Every command, on every release: what it changes, what a rehearsal changes, what it answers, how it fails.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct RoundTests {
    private static let visits: [(MastodonRelease, Round)] = MastodonRelease.allCases.flatMap { release in
        Round.all.filter { goes($0, on: release) }.map { (release, $0) }
    }

    /// All rounds on all releases when rounds are whole; else those of the server's pages on two. `CatalogTests` has a short
    /// form of the rest.
    static func goes(_ round: Round, on release: MastodonRelease) -> Bool {
        Rounds.percent >= 100 || [.usual, .newest].contains(release) || Round.nouns.contains { $0.name == round.name }
    }

    @Test(arguments: visits)
    func `a command changes what it should, its rehearsal nothing, and both answer in JSON with a schema`(
        release: MastodonRelease, round: Round
    ) async throws {
        let stage = try await Stage.forRound(release)
        let (_, watch) = try await stage.watchingTransactions { try await go(round, on: release, stage) }
        #expect(watch.tooLong == nil, "a transaction stayed open")
    }

    private func go(_ round: Round, on release: MastodonRelease, _ stage: Stage) async throws {
        for errand in round.errands where errand.since <= release {
            try await errand.prepare?(stage)
            let before = try await stage.snapshot()
            let line = try await stage.words(errand.words) + ["--format", "json"]
            if !errand.isQuestion {
                let content = try await stage.redisContent()
                let dry = try await stage.start(line + ["--dry-run"]).end()
                #expect(dry.status == errand.rehearsed, "\(line): \(dry.conversation)")
                #expect(try await stage.figure("dry_run", of: dry) == "true")
                #expect(try await stage.snapshot() == before, "\(line): a rehearsal changed something")
                #expect(try await stage.redisContent() == content, "\(line): a rehearsal changed Redis")
            }
            let content = try await stage.redisContent()
            let run = try await stage.start(line + (errand.isQuestion ? [] : ["--yes"])).end()
            #expect(run.status == 0, "\(line): \(run.conversation)")
            AnswerShape.check(run.answer)
            if errand.changesKeys { #expect(try await stage.redisContent() != content, "\(line) changed no key") }
            // A long list is an array whose elements carry the word each.
            var schema = try await stage.figure("schema", of: run)
            if schema == nil { schema = try await stage.figure("0.schema", of: run) }
            #expect(schema?.hasPrefix(errand.command.replacing(" ", with: ".") + "/") == true, "\(line): \(run.answer)")
            if !errand.isQuestion { #expect(try await oddNames(in: run, stage) == [], "\(line)") }
            let after = try await stage.snapshot()
            let changed = after.changedTables(from: before)
            let tables = errand.tables(on: release)
            #expect(tables.subtracting(changed).isEmpty, "\(line) left \(tables.subtracting(changed))")
            let surprising = changed.subtracting(tables.union(errand.mayChange))
            #expect(surprising.isEmpty, "\(line) changed \(surprising)")
        }
    }

    /// Names of figures that are not as those of everything else in JSON.
    private func oddNames(in run: Run, _ stage: Stage) async throws -> [String] {
        let answer = run.answer
        return try await stage.texts(
            """
            select name
            from jsonb_object_keys((\(answer)::jsonb -> 'details') || (\(answer)::jsonb -> 'examples')) as name
            where name !~ '^[a-z0-9_]+$'
            """)
    }

    @Test(arguments: Round.all)
    func `what is not there or cannot be is told apart, and nothing is changed`(round: Round) async throws {
        let stage = try await Stage.forRound()
        let before = try await stage.snapshot()
        for errand in round.errands {
            for (arguments, status) in errand.wrong {
                let line = try await stage.words(errand.command.split(separator: " ").map(String.init) + arguments)
                let run = try await stage.start(line + (errand.isQuestion ? [] : ["--yes"])).end()
                #expect(run.status == status, "\(line): \(run.conversation)")
                #expect(run.conversation.contains("error: "), "\(line): \(run.conversation)")
            }
        }
        #expect(try await stage.snapshot() == before)
    }

    @Test(arguments: Round.all)
    func `no right to write, no Redis and another run at work each end with their status, and nothing is changed`(
        round: Round
    ) async throws {
        let stage = try await Stage.forRound()
        let reader = stage.with(["DB_USER": try await stage.makeReader()])
        let deaf = stage.with(["REDIS_URL": "redis://127.0.0.1:1/0"])
        for errand in round.errands {
            try await errand.prepare?(stage)
            guard !errand.isQuestion else { continue }
            let before = try await stage.snapshot()
            let line = try await stage.words(errand.words) + ["--yes"]
            if !errand.tables.isEmpty {
                let denied = try await reader.start(line).end()
                #expect(denied.status == 77, "\(line): \(denied.conversation)")
            }
            let unheard = try await deaf.start(line).end()
            #expect(unheard.status == 69, "\(line): \(unheard.conversation)")
            if !errand.hasNoLock {
                let late = try await stage.holding(lock: errand.lock ?? errand.command) {
                    try await stage.start(line).end()
                }
                #expect(late.status == 75, "\(line): \(late.conversation)")
            }
            #expect(try await stage.snapshot() == before, "\(line) changed something")
            // Done after all, so that the next finds what it is about.
            let run = try await stage.start(line).end()
            #expect(run.status == 0, "\(line): \(run.conversation)")
        }
    }
}
