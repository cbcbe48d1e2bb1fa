import Faults
import Model
import Stores

/// The plans of a folder, one a server: `customer.json` is that of the profile `customer`.
package struct FleetPlans: Sendable {
    package struct Plan: Sendable {
        package var server: String
        package var path: String
        /// How much it holds.
        package var count: Int
        /// The domain it was made for.
        package var instance: String
        package var operation: String
    }

    package let plans: [Plan]

    /// Reads each to its end, so that none that was changed or cut off is begun.
    ///
    /// - Throws: `Fault(.noSuch)` without a plan; those of `PlanFile`.
    package init(in folder: String) throws {
        plans = try FleetFolder(folder).names().filter { $0.hasSuffix(".json") }.map { name in
            let file = try PlanFile(path: "\(folder)/\(name)")
            return Plan(
                server: String(name.dropLast(5)), path: file.path, count: file.count, instance: file.header.instance,
                operation: file.header.operation)
        }
        if plans.isEmpty {
            throw Fault(.noSuch, "there is no plan in \(folder)", help: "`mastoctl fleet plan` makes them")
        }
    }
}
