import Model
import Support
import Testing

/// Every noun is read and changed on every catalog there is: the releases, and the forks as they differ from them. Short:
/// of each round what comes up to its first change; what a command changes is looked at in `RoundTests`.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct CatalogTests {
    struct Catalog: Sendable, CustomStringConvertible {
        var release: MastodonRelease
        var fork: String?
        var rounds: [Round]

        var description: String { fork ?? release.rawValue }
    }

    /// What `RoundTests` goes round on a release anyway is left out.
    static let catalogs: [Catalog] =
        MastodonRelease.allCases.map { release in
            Catalog(release: release, rounds: Round.all.filter { !RoundTests.goes($0, on: release) })
        }.filter { !$0.rounds.isEmpty }
        + ForkTests.forks.map { Catalog(release: $0.release, fork: $0.name, rounds: Round.all) }

    @Test(arguments: catalogs)
    func `each noun is read and changed`(catalog: Catalog) async throws {
        let stage = try await Stage.forRound(catalog.release)
        if let name = catalog.fork {
            try await stage.become(try #require(MastodonFork.all.first { $0.name == name }))
        }
        for round in catalog.rounds {
            let errands = round.errands.filter { $0.since <= catalog.release }
            let first = errands.firstIndex { !$0.isQuestion }
            for errand in errands.prefix(through: first ?? errands.endIndex - 1) {
                try await errand.prepare?(stage)
                let line = try await stage.words(errand.words) + ["--format", "json"]
                let run = try await stage.start(line + (errand.isQuestion ? [] : ["--yes"])).end()
                #expect(run.status == 0, "\(line): \(run.conversation)")
                AnswerShape.check(run.answer)
                if errand.isQuestion { continue }
                #expect(try await stage.figure("changed", of: run) != "0", "\(line): \(run.answer)")
            }
        }
    }
}
