import Faults
import Model

/// Accounts named on the command line.
enum AccountNames {
    /// - Throws: `Fault(.badData)` for what can be no account's name.
    static func read(_ words: some Sequence<String>) throws -> [AccountName] {
        try words.map { word in
            guard let name = AccountName(word) else {
                throw Fault(
                    .badData, "\(word) can be no account's name",
                    help: "write alice, alice@example.org, id:123 or an e-mail address")
            }
            return name
        }
    }
}
