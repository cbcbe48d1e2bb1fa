import ArgumentParser
import Faults
import Model
import Operations
import Stores

/// The accounts a command is about: named, listed in a file, or meant by a query.
struct AccountTargets: ParsableArguments {
    @Argument(help: ArgumentHelp("Accounts: alice, bob@example.org, id:123.", valueName: "account"))
    var accounts: [String] = []

    @Option(
        help: ArgumentHelp(
            "The accounts this file names, one a line, # for comments; - for standard input.", valueName: "file"),
        completion: .file())
    var from: String?

    @OptionGroup var selection: AccountSelection

    func validate() throws {
        if accounts.isEmpty, from == nil, selection.query == nil {
            throw ValidationError("say which accounts: by name, with --from or with --where")
        }
        if let query = selection.query, query.allSatisfy(\.isWhitespace) {
            throw ValidationError("--where is empty and would mean every account")
        }
        for text in accounts { try Self.require(text) }
    }

    /// - Throws: `ValidationError` for what can be no account's name.
    static func require(_ text: String) throws {
        guard AccountName(text) == nil else { return }
        throw ValidationError("no account is called '\(text)'")
    }

    /// For a name that passed `require`, and so never thrown.
    static func unknown(_ text: String) -> Fault { Fault(.noSuch, "no account is called \(text)") }

    /// Reads the file, when there is one.
    func chosen() throws -> ChosenAccounts {
        ChosenAccounts(
            names: accounts.compactMap { AccountName($0) }, list: try from.map { try AccountList(path: $0) },
            filter: try selection.filter())
    }
}
