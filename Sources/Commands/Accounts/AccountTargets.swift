import ArgumentParser
import Faults
import Model
import Operations

/// The accounts a command is about: named, listed in a file, or meant by a query.
struct AccountTargets: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Accounts: alice, bob@example.org, id:123, https://example.org/@bob.", valueName: "account"))
    var accounts: [String] = []

    @OptionGroup var others: OtherAccounts

    func validate() throws {
        if accounts.isEmpty, !others.areGiven {
            throw ValidationError("say which accounts: by name, with --from or with --where")
        }
        try OtherAccounts.require(accounts)
    }

    /// Reads the file, when there is one.
    func chosen() throws -> ChosenAccounts { try others.chosen(beside: accounts) }
}

/// Accounts beside those named on the command line.
struct OtherAccounts: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The accounts this file names, one a line, # for comments; - for standard input.", valueName: "file"),
        completion: .file())
    var from: String?

    @OptionGroup var selection: AccountSelection

    var areGiven: Bool { from != nil || selection.query != nil }

    func validate() throws {
        if let query = selection.query, query.allSatisfy(\.isWhitespace) {
            throw ValidationError("--where is empty and would mean every account")
        }
    }

    /// - Throws: `ValidationError` for what can be no account's name.
    static func require(_ words: [String]) throws {
        for text in words where AccountName(text) == nil {
            throw ValidationError("no account is called '\(text)'")
        }
    }

    /// Reads the file, when there is one.
    ///
    /// - Parameter words: names that passed `require`.
    func chosen(beside words: [String]) throws -> ChosenAccounts {
        ChosenAccounts(
            names: words.compactMap { AccountName($0) }, list: try from.map { try AccountList(path: $0) },
            filter: try selection.filter())
    }
}
