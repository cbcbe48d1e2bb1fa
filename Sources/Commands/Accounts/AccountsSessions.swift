import ArgumentParser
import Configuration
import Faults
import Model
import Stores

extension AccountsCommand {
    /// `mastoctl accounts sessions`: where a local user is signed in.
    struct Sessions: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell where a local user is signed in.",
            discussion: """
                Browsers with their addresses, the tokens of apps with what they may do and when they were used, and \
                the addresses the user came from. No secret is told.

                Examples:
                  mastoctl accounts sessions alice
                  mastoctl accounts sessions alice@mail.example --format json
                """)

        @Argument(help: ArgumentHelp("The account: alice, alice@mail.example, id:123.", valueName: "account"))
        var account: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try AccountTargets.require(account) }

        func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> AccountSessions {
            let directory = AccountDirectory(site.instance)
            guard let name = AccountName(account) else { throw AccountTargets.unknown(account) }
            return try await site.database.read { connection in
                let found = try await directory.account(name, over: connection)
                guard found.isLocal else {
                    throw Fault(
                        .badData, "\(found.handle) is remote, and only local users sign in here",
                        help: "ask the people of \(found.domain ?? "its server")")
                }
                return try await AccountSessions.of(found, over: connection)
            }
        }
    }
}
