import ArgumentParser
import Configuration
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts refresh`: let the server fetch remote actors again.
    struct Refresh: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch remote accounts again.",
            discussion: """
                The server's own Sidekiq fetches each actor: name, profile, key, counts, and the pictures that are new \
                or have no copy here. This command queues the jobs, a bounded number at a time, and waits for them.

                tootctl fetches avatar and header again from the address it knows, and nothing else. To replace copies \
                that are lost or broken although the address is the same, give --pictures: they are deleted first, \
                and the job fetches them. Pictures of a server that does not answer are missing until it does.

                Lanes: jobs.

                Examples:
                  mastoctl accounts refresh user@example.org other@example.org
                  mastoctl accounts refresh --domain example.org --pictures
                  mastoctl accounts refresh --all --no-wait --rate 100/s
                """)

        @Argument(help: ArgumentHelp("Remote accounts.", valueName: "user@domain"))
        var accounts: [AccountName] = []

        @Flag(help: "All remote accounts.")
        var all = false

        @Option(help: ArgumentHelp("All accounts of this domain.", valueName: "domain"))
        var domain: String?

        @Flag(help: "Give up the copies of avatar and header first, so that they are fetched too.")
        var pictures = false

        @Flag(inversion: .prefixedNo, help: "Wait until the jobs have ended, and tell what came.")
        var wait = true

        @Option(help: ArgumentHelp("Let at most this many jobs wait in the server's queue.", valueName: "n"))
        var queueLimit = 1_000

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if accounts.isEmpty, !all, domain == nil {
                throw ValidationError("say which accounts: names, --domain or --all")
            }
            if !accounts.isEmpty, all || domain != nil {
                throw ValidationError("names exclude --all and --domain")
            }
            if let domain, DomainName.normalized(domain).isEmpty { throw ValidationError("--domain is empty") }
            guard (1...100_000).contains(queueLimit) else {
                throw ValidationError("--queue-limit must be from 1 to 100000")
            }
        }

        func operation(_ configuration: Configuration) -> AccountRefresh {
            AccountRefresh(selection, includesPictures: pictures, waits: wait, queueLimit: queueLimit)
        }

        private var selection: ActorSelection {
            if let domain { return .domain(DomainName.normalized(domain)) }
            return accounts.isEmpty ? .everyone : .named(accounts)
        }
    }
}
