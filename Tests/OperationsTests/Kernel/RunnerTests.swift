import Assembly
import Faults
import Model
import Stores
import Support
import Synchronization
import Testing

@testable import Operations

@Suite(.enabled(if: TestServers.areInstalled))
struct RunnerTests {
    private let stopping = Stopping()

    private func run(
        _ operation: Numbers, _ mode: RunMode = .apply, _ pace: Pace = Pace(),
        tell: @escaping @Sendable (Event) -> Void = { _ in }
    ) async throws -> Report {
        let opening = try await SharedOpening.make()
        let runner = Runner(
            opening: opening, mode: mode, pace: pace, consent: Always(), stopping: stopping, words: { _ in [] },
            tell: tell)
        do {
            let report = try await runner.run(operation)
            await opening.close()
            return report
        } catch {
            await opening.close()
            throw error
        }
    }

    @Test func `a dry run performs nothing and reports the same count`() async throws {
        let numbers = Numbers([[1, 2], [3]])
        let dry = try await run(numbers, .dryRun)
        #expect(dry.changed == 3 && dry.dryRun)
        #expect(numbers.book.tries.value == 0)
        #expect(try await run(numbers).changed == 3)
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5, 6])
    func `a limit cuts a batch and tells where to go on`(limit: Int) async throws {
        let numbers = Numbers([[1, 2], [3], [4, 5]])
        let report = try await run(numbers, .apply, Pace(concurrency: 1, limit: limit))
        #expect(numbers.book.done.withLock { $0 } == Array([1, 2, 3, 4, 5].prefix(limit)))
        #expect(report.stopped == (limit < 5 ? .limit : nil))
        #expect(report.next == (1..<5 ~= limit ? "\(limit)" : nil))
    }

    @Test func `a batch that stands alone waits for those before it and keeps those behind it waiting`() async throws {
        var numbers = Numbers([[1], [2], [0], [3], [4]])
        let atWork = Mutex(0)
        let company = Mutex<[Int]>([])
        numbers.whilePerforming = { some in
            let others = atWork.withLock { count in
                count += 1
                return count - 1
            }
            if some == [0] { company.withLock { $0.append(others) } }
            if some == [0] { await Task.yield() } else { try? await Task.sleep(for: .milliseconds(20)) }
            if some == [0] { company.withLock { $0.append(atWork.withLock { $0 } - 1) } }
            atWork.withLock { $0 -= 1 }
        }
        #expect(try await run(numbers, .apply, Pace(concurrency: 4)).changed == 5)
        #expect(company.withLock { $0 } == [0, 0])
        #expect(numbers.book.done.withLock { Set($0.prefix(2)) } == [1, 2])
        #expect(numbers.book.done.withLock { $0[2] } == 0)
        #expect(numbers.book.reached.withLock { $0.last } == "4")
        #expect(numbers.book.releases.value == 1)
    }

    @Test func `what held for the time of a run is put back also when it fails`() async throws {
        let numbers = Numbers([[1]])
        numbers.book.troubles.withLock { $0[1] = [Numbers.Trouble(isTransient: false)] }
        await #expect(throws: (any Error).self) { try await run(numbers) }
        #expect(numbers.book.releases.value == 1)
    }

    @Test func `a rate hands out pieces of a second's worth, and a deadline ends the waiting`() async throws {
        let batches = Batches([Numbers.batch(Array(1...100))])
        let start = ContinuousClock.now
        var source = BatchSource(
            batches, Pace(rate: 4, deadline: 2.5),
            Ending(stopping, Pace(deadline: 2.5), since: start), start)
        var pieces: [[Int]] = []
        while let batch = try await source.next() { pieces.append(batch.items.map(\.value)) }
        #expect(source.stopped == .deadline)
        #expect(ContinuousClock.now - start >= .seconds(2.5))
        // A busy machine may give out less, never more.
        #expect((1...3).contains(pieces.count))
        #expect(pieces == (0..<pieces.count).map { Array($0 * 4 + 1...$0 * 4 + 4) })
    }

    @Test func `a wish to stop lets the batches in flight end`() async throws {
        var numbers = Numbers([[1], [2], [3]])
        numbers.whilePerforming = { [stopping] _ in stopping.ask(.interrupted) }
        let report = try await run(numbers, .apply, Pace(concurrency: 1))
        #expect(report.stopped == .interrupted)
        #expect(numbers.book.done.withLock { $0 } == [1])
    }

    @Test func `passing troubles are tried again, up to a bound, and others end the run`() async throws {
        let numbers = Numbers([[1], [2]])
        numbers.book.troubles.withLock { $0 = [1: [.init(isTransient: true), .init(isTransient: true)]] }
        let retried = Counter()
        let report = try await run(numbers, .apply, Pace(attempts: 3)) {
            if case .retrying = $0 { retried.add(1) }
        }
        #expect(report.changed == 2 && retried.value == 2)

        numbers.book.troubles.withLock { $0 = [2: Array(repeating: .init(isTransient: true), count: 3)] }
        await #expect(throws: Interruption.self) { try await run(numbers, .apply, Pace(concurrency: 1, attempts: 2)) }
        numbers.book.troubles.withLock { $0 = [1: [.init(isTransient: false)]] }
        await #expect(throws: Numbers.Trouble.self) { try await run(numbers, .apply, Pace(concurrency: 1)) }
    }

    @Test func `one number that a rule of the database holds is told, and all others are done`() async throws {
        let numbers = Numbers([[1, 2, 3, 4, 5, 6, 7], [8]])
        numbers.book.held.withLock { $0 = [3: .init(rule: .foreignKey), 7: .init(rule: .value)] }
        let report = try await run(numbers, .apply, Pace(concurrency: 1))
        #expect(numbers.book.done.withLock { $0.sorted() } == [1, 2, 4, 5, 6, 8])
        #expect(report.changed == 6 && report.failed == 2 && report.stopped == nil)
        #expect(
            report.failures.map(\.reason) == [
                #"violates the foreign key "fk_notes" of table "notes""#,
                "has a value that the database cannot take for its type or its range",
            ])
        #expect(report.failures.first?.item == "numbers: 3")
    }

    @Test func `what somebody else holds is tried again and then left, and a run that is to end does not wait`()
        async throws
    {
        let numbers = Numbers([[1, 2, 3]])
        numbers.book.held.withLock { $0 = [2: .init(rule: .lock)] }
        let retried = Counter()
        let report = try await run(numbers, .apply, Pace(attempts: 2)) {
            if case .retrying = $0 { retried.add(1) }
        }
        #expect(numbers.book.done.withLock { $0.sorted() } == [1, 3])
        #expect(report.failures.map(\.reason) == ["is held by somebody else in the database"])
        #expect(retried.value >= 1)
        stopping.ask(.interrupted)
        let stopped = try await run(Numbers([[1]]))
        #expect(stopped.stopped == .interrupted && stopped.changed == 0)
    }

    @Test func `a batch that goes on behind the deadline is cancelled, and counts as not reached`() async throws {
        var numbers = Numbers([[1]])
        let cut = Counter()
        numbers.whilePerforming = { _ in
            do { try await Patience.pass(.seconds(600)) } catch { cut.add(1) }
        }
        numbers.endsWhenCancelled = true
        let report = try await run(numbers, .apply, Pace(deadline: 1))
        #expect(report.stopped == .deadline && report.changed == 0)
        #expect(cut.value == 1)
    }

    @Test func `a run ends that finds everything held, batch after batch`() async throws {
        let numbers = Numbers((0..<6).map { batch in (1...128).map { batch * 128 + $0 } })
        numbers.book.held.withLock { held in for number in 1...768 { held[number] = .init(rule: .lock) } }
        numbers.book.delay.withLock { $0 = .milliseconds(10) }
        do {
            _ = try await run(numbers, .apply, Pace(concurrency: 1, attempts: 1))
            Issue.record("it went on")
        } catch let fault as Fault {
            #expect(fault.kind == .busy)
        }
        #expect(numbers.book.tries.value < 256)
    }

    @Test func `batches that end out of order move the cursor only without a gap`() async throws {
        let gate = Stopping()
        var numbers = Numbers([[1], [2], [3], [4]])
        numbers.whilePerforming = { [stopping] some in
            if some == [1] || some == [2] {
                // Nobody makes room for the fourth before the run is told to end.
                await gate.sleep(until: .now + .seconds(60))
            } else if some == [3] {
                stopping.ask(.terminated)
                gate.ask(.terminated)
            }
        }
        let report = try await run(numbers, .apply, Pace(concurrency: 3))
        #expect(report.stopped == .terminated)
        #expect(numbers.book.done.withLock { $0.sorted() } == [1, 2, 3])
        #expect(report.next == "3")
    }

    @Test func `who is not asked consents to nothing`() async throws {
        let numbers = Numbers([[1]])
        let opening = try await SharedOpening.make()
        let runner = Runner(
            opening: opening, mode: .apply, pace: Pace(), consent: Never(), stopping: stopping,
            words: { _ in [] }, tell: { _ in })
        await #expect(throws: Fault.self) { try await runner.run(numbers) }
        await opening.close()
        #expect(numbers.book.tries.value == 0)
    }

    private struct Always: Consenting {
        var canAsk: Bool { true }
        func consent(to card: Card, _ survey: Survey) async throws {}
    }

    private struct Never: Consenting {
        var canAsk: Bool { true }
        func consent(to card: Card, _ survey: Survey) async throws {
            throw Fault(.interrupted, "nothing was changed")
        }
    }
}
