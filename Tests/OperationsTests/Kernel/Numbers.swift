import Faults
import Model
import Operations
import Stores
import Support
import Synchronization

/// An operation over numbers, for tests of the kernel alone: nothing but steps, cursors and troubles.
struct Numbers: Operation {
    struct Step: OperationStep {
        var numbers: [Int]
        var count: Int { numbers.count }
        /// Zero stands by itself.
        var isAlone: Bool { numbers == [0] }
        var cursor: String? { numbers.last.map { "\($0)" } }
        var labels: [String] { [] }
        func prefix(_ count: Int) -> Self { Step(numbers: Array(numbers.prefix(count))) }
        func dropFirst(_ count: Int) -> Self { Step(numbers: Array(numbers.dropFirst(count))) }
    }

    struct Trouble: Transient {
        var isTransient: Bool
    }

    final class Book: Sendable {
        let done = Mutex<[Int]>([])
        /// Troubles to come, by first number of a step.
        let troubles = Mutex<[Int: [Trouble]]>([:])
        let tries = Counter()
        let reached = Mutex<[String]>([])
        let releases = Counter()
    }

    let name = "numbers"
    let risk = Risk.mild
    let lock: String? = nil
    let tables: Set<String> = ["media_attachments"]
    let steps: [[Int]]
    let book = Book()
    var whilePerforming: @Sendable (Step) async -> Void = { _ in }

    func survey(at site: Site<ReadOnly>) async throws -> Survey {
        Survey(count: steps.reduce(0) { $0 + $1.count }, noun: "numbers")
    }

    func steps(at site: Site<ReadOnly>) async throws -> Steps<Step> { Steps(steps.map { Step(numbers: $0) }) }

    func reached(_ cursor: String, at site: Site<ReadWrite>) async { book.reached.withLock { $0.append(cursor) } }

    func release(_ site: Site<ReadWrite>) async { book.releases.add(1) }

    func perform(_ step: Step, at site: Site<ReadWrite>) async throws -> Outcome {
        book.tries.add(1)
        let trouble = book.troubles.withLock { troubles -> Trouble? in
            guard let first = step.numbers.first, var list = troubles[first], !list.isEmpty else { return nil }
            defer { troubles[first] = list }
            return list.removeFirst()
        }
        if let trouble { throw trouble }
        await whilePerforming(step)
        book.done.withLock { $0 += step.numbers }
        return Outcome(changed: step.count)
    }
}
