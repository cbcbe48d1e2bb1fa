import ArgumentParser
import Configuration
import Faults
import Model
import Operations
import Stores

extension AccountsCommand {
    /// `mastoctl accounts sessions`: where local users are signed in.
    struct Sessions: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell where local users are signed in.",
            discussion: """
                Browsers with their addresses, the tokens of apps with what they may do and when they were used, and \
                the addresses the users came from. No secret is told.

                Examples:
                  mastoctl accounts sessions alice
                  mastoctl accounts sessions alice@mail.example --format json
                  mastoctl accounts sessions --where 'origin:local ip:192.0.2.0/24'
                """)

        @OptionGroup(title: "Accounts")
        var targets: AccountTargets

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> AccountSessions {
            let accounts = try await targets.chosen().all(at: site)
            if let stranger = accounts.first(where: { !$0.isLocal }) {
                throw Fault(
                    .badData, "\(stranger.handle) is remote, and only local users sign in here",
                    help: "ask the people of \(stranger.domain ?? "its server"); with --where, add origin:local")
            }
            return try await site.database.read { try await AccountSessions.of(accounts, over: $0) }
        }
    }
}
