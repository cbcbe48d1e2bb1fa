import ArgumentParser
import Model
import Operations
import Stores

/// The accounts a command is about.
struct AccountTargets: ParsableArguments {
    @Argument(help: ArgumentHelp("Accounts: alice, bob@example.org, id:123.", valueName: "account"))
    var accounts: [String] = []

    @Option(
        help: ArgumentHelp(
            "The accounts this file names, one a line, # for comments; - for standard input.", valueName: "file"),
        completion: .file())
    var from: String?

    func validate() throws {
        if accounts.isEmpty, from == nil { throw ValidationError("say which accounts: by name or with --from") }
        for text in accounts where AccountName(text) == nil {
            throw ValidationError("no account is called '\(text)'")
        }
    }

    /// Reads the file, when there is one.
    func selection() throws -> AccountSelection {
        AccountSelection(
            names: accounts.compactMap { AccountName($0) }, list: try from.map { try AccountList(path: $0) })
    }
}
