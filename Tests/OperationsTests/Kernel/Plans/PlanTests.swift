import Assembly
import Faults
import Model
import Stores
import Support
import Synchronization
import Testing

@testable import Operations

@Suite(.enabled(if: TestServers.areInstalled)) struct PlanTests {
    private let folder = TemporaryFolder()
    private var path: String { "\(folder.path)/plan.json" }

    private func withRunner(
        _ pace: Pace = Pace(), _ body: (Runner) async throws -> Report
    ) async throws -> Report {
        let opening = try await SharedOpening.make()
        let runner = Runner(
            opening: opening, mode: .apply, pace: pace, consent: Agreeing(), stopping: Stopping(), words: { _ in [] },
            tell: { _ in })
        do {
            let report = try await body(runner)
            await opening.close()
            return report
        } catch {
            await opening.close()
            throw error
        }
    }

    private func plan(_ letters: Letters, _ pace: Pace = Pace()) async throws -> Report {
        try await withRunner(pace) { try await $0.plan(letters, to: path) }
    }

    private func apply() async throws -> (Report, Letters) {
        let plan = try Plan(at: path)
        let letters = Letters([], greeting: plan.parameters["greeting"]?.string ?? "")
        return (try await withRunner { try await $0.run(PlannedChange(letters, by: plan)) }, letters)
    }

    @Test func `what is planned is not done, and what is done is what was planned`() async throws {
        let letters = Letters(["a", "b", "c"], greeting: "hi")
        let report = try await plan(letters)
        #expect(report.dryRun && report.changed == 3 && report.plan == path)
        #expect(letters.book.withLock { $0 } == [])
        let (applied, done) = try await apply()
        #expect(applied.changed == 3 && !applied.dryRun)
        #expect(done.book.withLock { $0 } == ["hi a", "hi b", "hi c"])
    }

    @Test func `a limit holds for a plan`() async throws {
        #expect(try await plan(Letters(["a", "b", "c"]), Pace(limit: 2)).changed == 2)
        #expect(try PlanFile(path: path).count == 2)
    }

    @Test func `items that are not as they were seen are told with their reason`() async throws {
        _ = try await plan(Letters(["a", "x", "c"]))
        let (applied, done) = try await apply()
        #expect(applied.changed == 2 && applied.skipped == 1)
        #expect(applied.skips == [ItemNote("x", "it is an x by now")])
        #expect(done.book.withLock { $0.count } == 2)
    }

    @Test func `a plan of another instance is refused, and an operation that fails leaves no file`() async throws {
        _ = try await plan(Letters(["a"]))
        let plan = try Plan(at: path)
        try plan.require(instance: "sandbox.example")
        #expect(throws: Fault.self) { try plan.require(instance: "other.example") }
        let failing = TemporaryFolder()
        await #expect(throws: Fault.self) {
            try await withRunner { try await $0.plan(Letters(["!"]), to: "\(failing.path)/plan.json") }
        }
        #expect(!failing.has("plan.json"))
    }
}

/// An operation over letters, for tests of plans alone; it borrows the code of another.
private struct Letters: Plannable {
    struct Letter: PlannableItem {
        var text: String
        var label: String? { text }
        var planned: PlanItem { PlanItem(id: nil, name: text, seen: .null) }

        init(_ text: String) { self.text = text }
        init(planned: PlanItem) { text = planned.name }
    }

    final class Book: Sendable {
        let lines = Mutex<[String]>([])
        func withLock<Value>(_ body: (inout [String]) -> Value) -> Value { lines.withLock { body(&$0) } }
    }

    static let batch = 2
    let card = Card("letters", of: "letters", lock: .none, tables: ["accounts"])
    let work = PlannedWork.domainBlockSync
    let letters: [String]
    let greeting: String
    let book = Book()

    init(_ letters: [String], greeting: String = "") {
        self.letters = letters
        self.greeting = greeting
    }

    var parameters: JSONValue { .object([.init("greeting", .string(greeting))]) }

    func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Letter> {
        let batches = Batches {
            var rest = letters[...]
            return {
                if rest.first == "!" { throw Fault(.badData, "no letter") }
                return rest.popFirst().map { Batch([Letter($0)]) }
            }
        }
        return prepared(Survey(count: letters.count), batches)
    }

    func prepare(_ plan: Plan, at site: Site<ReadOnly>) async throws -> Prepared<Letter> {
        prepared(plan.survey(at: site), plan.batches(of: Self.batch))
    }

    private func prepared(_ survey: Survey, _ batches: Batches<Letter>) -> Prepared<Letter> {
        Prepared(survey, batches) { letters, _ in
            let good = letters.map(\.text).filter { $0 != "x" }
            book.withLock { $0 = ($0 + good.map { "\(greeting) \($0)" }).sorted() }
            var outcome = Outcome(changed: good.count)
            outcome.skip(letters.map(\.text).filter { $0 == "x" }.map { ItemNote($0, "it is an x by now") })
            return outcome
        }
    }
}

private struct Agreeing: Consenting {
    var canAsk: Bool { true }
    func consent(to card: Card, _ survey: Survey) async throws {}
}
