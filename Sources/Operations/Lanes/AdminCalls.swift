import Faults
import Model
import Stores

/// Changes by the Admin API, one request for each item: the server does all the rest.
struct AdminCalls: Sendable {
    /// What became of one item.
    enum Ending: Sendable {
        case made
        /// It was so already.
        case unneeded
        /// Left alone, for a reason: it is not as it was seen.
        case passed(String)
        case refused(String)
    }

    let site: Site<ReadWrite>

    init(_ site: Site<ReadWrite>) {
        self.site = site
    }

    /// Makes a request for each item, until the run is asked to end.
    ///
    /// What the server says of one item (there is none such, that cannot be) is that item's failure. What will be the
    /// same for the next one ends the run; but what was done before it in the same step must be told first, so that
    /// then the rest of the step fails, and the run ends at the next.
    ///
    /// - Parameter made: told of each item that was changed.
    /// - Throws: `Fault`, `AdminUnreached`.
    func each<Item: Sendable>(
        _ items: [Item], named name: (Item) -> String, made: (Item) -> Void = { _ in },
        _ call: (AdminClient, Item) async throws -> Ending
    ) async throws -> Outcome {
        let client = try site.admin()
        var outcome = Outcome()
        for (index, item) in items.enumerated() {
            if Stopping.current?.asked != nil {
                outcome.isCutShort = true
                break
            }
            do {
                switch try await call(client, item) {
                case .made:
                    outcome.changed += 1
                    made(item)
                case .unneeded: outcome.skipped += 1
                case .passed(let reason):
                    outcome.skip([ItemNote(name(item), reason)])
                case .refused(let reason): outcome.failures.append(ItemNote(name(item), reason))
                }
            } catch let fault as Fault where fault.kind == .badData || fault.kind == .noSuch {
                outcome.failures.append(ItemNote(name(item), fault.message))
            } catch {
                if outcome.changed == 0 { throw error }
                if Stopping.current?.asked != nil {
                    outcome.isCutShort = true
                    break
                }
                let reason = Self.reason(of: error)
                outcome.failures.append(ItemNote(name(item), reason))
                outcome.failures += items[(index + 1)...].map {
                    ItemNote(name($0), "not asked for after that")
                }
                break
            }
        }
        return outcome
    }

    private static func reason(of error: any Error) -> String {
        switch error {
        case let fault as Fault: fault.message
        case let error as AdminUnreached: "the Admin API gave no answer; \(error.note)"
        default: "\(type(of: error))"
        }
    }
}
