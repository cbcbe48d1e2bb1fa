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
        /// What it is about, in a line.
        package var words: String
        /// Of a command line that was rehearsed; nil of a plan that names its items.
        package var errand: FleetErrandPlan?

        init(server: String, path: String) throws {
            self.server = server
            self.path = path
            if let value = JSONValue(parsing: FleetFolder.text(of: path, atMost: 1 << 20)),
                let errand = try FleetErrandPlan(value, path: path)
            {
                (count, words, self.errand) = (errand.count, errand.words.joined(separator: " "), errand)
            } else {
                let file = try PlanFile(path: path)
                (count, words) = (file.count, "\(file.header.operation), \(file.header.instance)")
            }
        }
    }

    package let plans: [Plan]

    /// Reads each to its end, so that none that was changed or cut off is begun.
    ///
    /// - Throws: `Fault(.noSuch)` without a plan; those of `PlanFile`.
    package init(in folder: String) throws {
        plans = try FleetFolder(folder).names().filter { $0.hasSuffix(".json") }.map { name in
            try Plan(server: String(name.dropLast(5)), path: "\(folder)/\(name)")
        }
        if plans.isEmpty {
            throw Fault(.noSuch, "there is no plan in \(folder)", help: "`mastoctl fleet plan` makes them")
        }
    }
}
