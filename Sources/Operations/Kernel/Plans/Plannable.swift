import Faults
import Model
import Stores

/// An operation whose steps can be written into a file, looked at, and carried out later.
///
/// The plan keeps what was asked for, the items, and the state in which each was seen. Carried out, `perform` compares
/// that with what it finds under the lock, and leaves alone what is not so any more (`Outcome.skips`).
package protocol Plannable: Operation {
    /// The names of the operations this type makes from plans: `accounts suspend`.
    static var names: [String] { get }
    /// The ways it can go, in its order.
    static var lanes: [Lane] { get }
    /// Those of one of its names, where they differ.
    static func lanes(of name: String) -> [Lane]

    /// What was asked for besides the items: a text, a report, a moderator. Null for nothing.
    var parameters: JSONValue { get }
    /// A step's items as a plan keeps them.
    func items(of step: Step) -> [PlanItem]
    /// The operation that does what the plan holds and nothing else.
    ///
    /// - Throws: `Fault(.badData)` for parameters it does not understand.
    init(_ plan: Plan, lane: Lane) throws
}

extension Plannable {
    package static func lanes(of name: String) -> [Lane] { lanes }
}

/// A saved plan on its way to be carried out.
package struct Plan: Sendable {
    package let file: PlanFile

    package init(_ file: PlanFile) {
        self.file = file
    }

    package var header: PlanHeader { file.header }
    /// How many items it holds.
    package var count: Int { file.count }
    package var operation: String { file.header.operation }
    package var parameters: JSONValue { file.header.parameters }

    /// What there is to do, with a warning when the server was upgraded since.
    package func survey(at site: Site<ReadOnly>, warnings: [String] = []) -> Survey {
        var warnings = warnings
        if header.schemaVersion != site.instance.schema.version {
            warnings.append(
                "the plan was made on schema \(header.schemaVersion), and the server is on "
                    + "\(site.instance.schema.version) now")
        }
        return Survey(count: file.count, warnings: warnings, noun: header.noun)
    }

    /// The first items, to be shown.
    package func first(_ count: Int) throws -> [PlanItem] { try file.pages(of: count).next() ?? [] }

    /// Its items, so many a step.
    package func steps<Step: OperationStep>(
        of size: Int, _ make: @escaping @Sendable ([PlanItem]) async throws -> Step
    ) -> Steps<Step> {
        let file = file
        return Steps {
            var pages: PlanPages?
            return {
                let source = try pages ?? file.pages(of: size)
                pages = source
                guard let items = try source.next() else { return nil }
                return try await make(items)
            }
        }
    }

    /// - Throws: `Fault(.badData)` unless it was made for the instance.
    package func require(instance: String) throws {
        guard header.instance != instance else { return }
        throw Fault(
            .badData, "the plan \(file.path) was made for another instance",
            notes: ["it is for \(header.instance), and this is \(instance)"],
            help: "choose the instance with --profile or --env-file")
    }
}
