import Faults
import Model

/// Does of some items all that the database lets be done: those that a rule of its own or somebody's lock holds are
/// found by halving, told one by one, and left; the others go on.
///
/// A try that throws has changed nothing, or nothing that the same try with fewer items would not do again.
struct Division<Item: Sendable>: Sendable {
    private let name: @Sendable (Item) -> String
    private let attempt: @Sendable ([Item], _ isWhole: Bool) async throws -> Outcome
    private let findsLocks: Bool

    /// A table that is locked whole is not asked for each of its rows in turn: what is looked for at most, as a multiple
    /// of the first try among the halves and in all.
    private static var patience: (tries: Int, time: Duration) { (15, .seconds(30)) }

    /// A search for what is held.
    private struct Search {
        /// When locks are no longer looked for; nil before the first half that is held.
        var end: ContinuousClock.Instant?
        var wasGivenUp = false
    }

    /// - Parameters:
    ///   - name: what an item is called in what is told.
    ///   - findsLocks: whether items that somebody else has locked are found too; else that is thrown, to be waited for.
    ///   - attempt: tries some of the items, first all of them.
    init(
        named name: @escaping @Sendable (Item) -> String, findsLocks: Bool = false,
        _ attempt: @escaping @Sendable (_ items: [Item], _ isWhole: Bool) async throws -> Outcome
    ) {
        self.name = name
        self.findsLocks = findsLocks
        self.attempt = attempt
    }

    /// - Throws: what is no single item's trouble.
    func perform(_ items: [Item]) async throws -> Outcome {
        do {
            return try await attempt(items, true)
        } catch let error as any Refusing {
            let refusal = try refusal(of: error)
            if items.count < 2 { return held(items, by: refusal) }
            var search = Search()
            var outcome = try await halves(of: items, &search)
            outcome.isFruitless = search.wasGivenUp && outcome.changed == 0
            return outcome
        }
    }

    private func halves(of items: [Item], _ search: inout Search) async throws -> Outcome {
        let middle = items.count / 2
        var outcome = try await part(Array(items[..<middle]), &search)
        outcome.add(try await part(Array(items[middle...]), &search))
        return outcome
    }

    private func part(_ items: [Item], _ search: inout Search) async throws -> Outcome {
        let start = ContinuousClock.now
        do {
            return try await attempt(items, false)
        } catch let error as any Refusing {
            let refusal = try refusal(of: error)
            if refusal.mayPass {
                let now = ContinuousClock.now
                let end = search.end ?? start + min((now - start) * Self.patience.tries, Self.patience.time)
                search.end = end
                if now > end {
                    search.wasGivenUp = true
                    return held(items, by: refusal)
                }
            }
            return items.count < 2 ? held(items, by: refusal) : try await halves(of: items, &search)
        }
    }

    private func refusal(of error: any Refusing) throws -> Refusal {
        guard let refusal = error.refusal, findsLocks || !refusal.mayPass else { throw error }
        return refusal
    }

    private func held(_ items: [Item], by refusal: Refusal) -> Outcome {
        Outcome(held: items.map { ItemNote(name($0), refusal.words) })
    }
}
