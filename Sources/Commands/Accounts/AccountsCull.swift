import ArgumentParser
import Assembly
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts cull`: delete remote accounts that are gone from their own servers.
    struct Cull: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete remote accounts that are gone from their own servers.",
            discussion: """
                Asks the servers of remote accounts that nobody has heard of for a week whether they are still there: \
                one request at a time to each server, some servers at a time (--concurrency). An account is gone when \
                its server answered 404 or 410 on two runs, --confirm-after apart; what the runs saw is kept in the \
                state folder. --once takes the first answer, as tootctl does. A server that cannot be reached costs no \
                account; those that could not be on several days are told. A dry run asks, and writes nothing.

                Lanes: direct.

                Examples:
                  mastoctl accounts cull --dry-run
                  mastoctl accounts cull example.org --once --yes
                  mastoctl accounts cull --confirm-after 7d --concurrency 20 --yes
                """)

        @Argument(help: ArgumentHelp("Only accounts of these domains.", valueName: "domain"))
        var domains: [String] = []

        @Option(help: ArgumentHelp("Days between two answers: 3d, 12h.", valueName: "duration"))
        var confirmAfter: Duration?

        @Flag(help: "Take the first answer.")
        var once = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if once, confirmAfter != nil { throw ValidationError("--once and --confirm-after exclude each other") }
            if let confirmAfter, confirmAfter < .zero { throw ValidationError("--confirm-after must not be negative") }
            for domain in domains where !DomainName.isValid(DomainName.normalized(domain)) {
                throw ValidationError("'\(domain)' is no domain")
            }
        }

        func operation(_ configuration: Configuration) throws -> AccountCulling {
            let width = running.concurrency ?? configuration.run.concurrency
            return AccountCulling(
                domains: domains, confirmation: once ? nil : (confirmAfter ?? .seconds(3 * 86_400)).inSeconds,
                width: width, servers: try configuration.remoteServers(concurrency: width))
        }
    }
}
