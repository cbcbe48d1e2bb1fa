import Faults
import Model
import Operations
import Stores
import Support
import Synchronization

/// An operation over numbers, for tests of the kernel alone: nothing but batches, cursors and troubles.
struct Numbers: Operation {
    struct Number: WorkItem, Equatable {
        var value: Int
        var label: String? { nil }
        var cursor: String? { "\(value)" }
    }

    struct Trouble: Transient {
        var isTransient: Bool
    }

    /// A rule of the database's that holds one number.
    struct Held: Refusing, Transient {
        var rule: Refusal.Rule
        var refusal: Refusal? { Refusal(rule, table: "notes", constraint: "fk_notes") }
        var isTransient: Bool { rule == .lock }
    }

    final class Book: Sendable {
        let done = Mutex<[Int]>([])
        /// Troubles to come, by first number of a batch.
        let troubles = Mutex<[Int: [Trouble]]>([:])
        /// Numbers that cannot be done.
        let held = Mutex<[Int: Held]>([:])
        /// How long it takes to find out that a number is held.
        let delay = Mutex<Duration>(.zero)
        let tries = Counter()
        let reached = Mutex<[String]>([])
        let releases = Counter()
    }

    let card = Card("numbers", of: "numbers", lock: .none, tables: ["media_attachments"])
    let batches: [[Int]]
    let book = Book()
    var endsWhenCancelled = false
    var whilePerforming: @Sendable ([Int]) async -> Void = { _ in }

    init(_ batches: [[Int]]) {
        self.batches = batches
    }

    /// Zero stands by itself.
    static func batch(_ numbers: [Int]) -> Batch<Number> {
        Batch(
            numbers.map(Number.init), cursor: numbers.last.map { "\($0)" }, isAlone: numbers == [0])
    }

    func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Number> {
        Prepared(Survey(count: batches.joined().count), Batches(batches.map(Self.batch))) { numbers, _ in
            try await perform(numbers.map(\.value))
        }.reached { cursor, _ in
            book.reached.withLock { $0.append(cursor) }
        }.release { _ in
            book.releases.add(1)
        }
    }

    private func perform(_ numbers: [Int]) async throws -> Outcome {
        book.tries.add(1)
        let trouble = book.troubles.withLock { troubles -> Trouble? in
            guard let first = numbers.first, var list = troubles[first], !list.isEmpty else { return nil }
            defer { troubles[first] = list }
            return list.removeFirst()
        }
        if let trouble { throw trouble }
        if let held = book.held.withLock({ held in numbers.compactMap { held[$0] }.first }) {
            try await Task.sleep(for: book.delay.withLock { $0 })
            throw held
        }
        await whilePerforming(numbers)
        if endsWhenCancelled { try Task.checkCancellation() }
        book.done.withLock { $0 += numbers }
        return Outcome(changed: numbers.count)
    }
}
