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
            opening: opening, mode: .apply, pace: pace, consent: Agreeing(), stopping: Stopping(), tell: { _ in })
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
        let letters = try Letters(Plan(PlanFile(path: path)), lane: .direct)
        return (try await withRunner { try await $0.run(letters) }, letters)
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
        #expect(applied.skips == [ItemFailure(item: "x", reason: "it is an x by now")])
        #expect(done.book.withLock { $0.count } == 2)
    }

    @Test func `a plan of another instance is refused, and an operation that fails leaves no file`() async throws {
        _ = try await plan(Letters(["a"]))
        let plan = Plan(try PlanFile(path: path))
        try plan.require(instance: "sandbox.example")
        #expect(throws: Fault.self) { try plan.require(instance: "other.example") }
        let failing = TemporaryFolder()
        await #expect(throws: Fault.self) {
            try await withRunner { try await $0.plan(Letters(["!"]), to: "\(failing.path)/plan.json") }
        }
        #expect(!failing.has("plan.json"))
    }
}

/// An operation over letters, for tests of plans alone.
private struct Letters: Plannable {
    struct Step: OperationStep {
        var letters: [String]
        var count: Int { letters.count }
        var labels: [String] { letters }
        func prefix(_ count: Int) -> Self { Step(letters: Array(letters.prefix(count))) }
        func dropFirst(_ count: Int) -> Self { Step(letters: Array(letters.dropFirst(count))) }
    }

    final class Book: Sendable {
        let lines = Mutex<[String]>([])
        func withLock<Value>(_ body: (inout [String]) -> Value) -> Value { lines.withLock { body(&$0) } }
    }

    static let names = ["letters"]
    static let lanes = [Lane.direct]
    let name = "letters"
    let risk = Risk.mild
    let lock: String? = nil
    let tables: Set<String> = ["accounts"]
    let letters: [String]
    let greeting: String
    var plan: Plan?
    let book = Book()

    init(_ letters: [String], greeting: String = "") {
        self.letters = letters
        self.greeting = greeting
    }

    init(_ plan: Plan, lane: Lane) throws {
        self.init([], greeting: plan.parameters["greeting"]?.string ?? "")
        self.plan = plan
    }

    var parameters: JSONValue { .object([.init("greeting", .string(greeting))]) }

    func items(of step: Step) -> [PlanItem] { step.letters.map { PlanItem(id: nil, name: $0, seen: .null) } }

    func survey(at site: Site<ReadOnly>) async throws -> Survey {
        plan?.survey(at: site) ?? Survey(count: letters.count, noun: "letters")
    }

    func steps(at site: Site<ReadOnly>) async throws -> Steps<Step> {
        if let plan { return plan.steps(of: 2) { Step(letters: $0.map(\.name)) } }
        if letters == ["!"] { throw Fault(.badData, "no letter") }
        return Steps(letters.map { Step(letters: [$0]) })
    }

    func perform(_ step: Step, at site: Site<ReadWrite>) async throws -> Outcome {
        let good = step.letters.filter { $0 != "x" }
        book.withLock { $0 = ($0 + good.map { "\(greeting) \($0)" }).sorted() }
        var outcome = Outcome(changed: good.count, skipped: step.letters.count - good.count)
        outcome.skips = step.letters.filter { $0 == "x" }.map { ItemFailure(item: $0, reason: "it is an x by now") }
        return outcome
    }
}

private struct Agreeing: Consenting {
    var canAsk: Bool { true }
    func consent(to operation: String, _ survey: Survey, _ risk: Risk) async throws {}
}
