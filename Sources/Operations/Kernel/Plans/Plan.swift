import Faults
import Model
import Stores

/// A saved plan on its way to be carried out.
package struct Plan: Sendable {
    let file: PlanFile
    package let work: PlannedWork

    /// - Throws: as `PlanFile`; `Fault(.badData)` for a plan of what this version cannot carry out.
    package init(at path: String) throws {
        let file = try PlanFile(path: path)
        guard let work = PlannedWork(code: file.header.operation) else {
            throw Fault(
                .badData, "the plan is for `\(file.header.operation)`, which this version cannot carry out",
                notes: ["it can: \(PlannedWork.all.map(\.code).joined(separator: ", "))"],
                help: "use the version that made the plan")
        }
        self.file = file
        self.work = work
    }

    package var header: PlanHeader { file.header }
    /// How many items it holds.
    package var count: Int { file.count }
    package var parameters: JSONValue { file.header.parameters }

    /// What there is to do, with a warning when the server was upgraded since.
    package func survey(at site: Site<ReadOnly>, foreseen: [Foreseen] = []) -> Survey {
        var foreseen = foreseen
        let version = site.instance.schema.version
        if header.schemaVersion != version {
            foreseen.append(.otherSchema(plan: header.schemaVersion, server: version))
        }
        return Survey(count: file.count, foreseen: foreseen)
    }

    /// The first items, to be shown.
    package func first(_ count: Int) throws -> [PlanItem] { try file.pages(of: count).next() ?? [] }

    /// Its items, so many a batch.
    package func batches<Item: PlannableItem>(of size: Int) -> Batches<Item> {
        let file = file
        return Batches {
            var pages: PlanPages?
            return {
                let source = try pages ?? file.pages(of: size)
                pages = source
                return try source.next().map { Batch(try $0.map(Item.init(planned:))) }
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

/// A saved plan carried out: another way to prepare the same change.
package struct PlannedChange<Work: Plannable>: Operation {
    let change: Work
    let plan: Plan

    /// - Parameter change: what the plan's parameters come to.
    package init(_ change: Work, by plan: Plan) {
        self.change = change
        self.plan = plan
    }

    package var card: Card { change.card }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Work.Item> {
        try await change.prepare(plan, at: site)
    }
}
