import ArgumentParser
import Faults
import Model

/// `--where`: the accounts a query means.
struct AccountSelection: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "The accounts of which all of this is true: 'origin:remote last-active:>90d'.", valueName: "query"))
    var query: String?

    func validate() throws {
        do {
            _ = try filter()
        } catch {
            throw ValidationError("--where: \(error.message)")
        }
    }

    /// What the query says, nil without one.
    ///
    /// - Throws: `Fault(.usage)`.
    func filter() throws(Fault) -> AccountFilter? {
        guard let query else { return nil }
        do {
            return try AccountFilter(parsing: query)
        } catch {
            throw Fault(.usage, error.text)
        }
    }
}
