import ArgumentParser
import Configuration
import Model
import Operations

extension MediaCommand {
    /// `mastoctl media refresh`: let the server fetch remote media again.
    struct Refresh: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch remote media again.",
            discussion: """
                The server's own Sidekiq fetches the files; this command queues its jobs, a bounded number at a time, \
                and waits for them. Media of servers blocked with their media are left out. One of --status, --account \
                and --domain says whose media, and --days how far back; --days alone means everybody's.

                Examples:
                  mastoctl media refresh --account user@example.org
                  mastoctl media refresh --domain example.org --days 7 --dry-run
                  mastoctl media refresh --status 109876543210987654 --force
                  mastoctl media refresh --days 1 --no-wait --queue-limit 5000
                """)

        @Option(help: ArgumentHelp("Of this remote account.", valueName: "user@domain"))
        var account: Handle?

        @Option(help: ArgumentHelp("Of this domain and its subdomains.", valueName: "domain"))
        var domain: String?

        @Option(help: ArgumentHelp("Of the post with this id here.", valueName: "id"))
        var status: Int64?

        @Option(name: [.short, .long], help: ArgumentHelp("Known here for at most this many days.", valueName: "n"))
        var days: Double?

        @Flag(help: "Also what has its file already.")
        var force = false

        @Flag(inversion: .prefixedNo, help: "Wait until the jobs have ended, and tell what came.")
        var wait = true

        @Option(help: ArgumentHelp("Let at most this many jobs wait in the server's queue.", valueName: "n"))
        var queueLimit = 1_000

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            let sources = [account != nil, domain != nil, status != nil].filter { $0 }.count
            if sources > 1 { throw ValidationError("--account, --domain and --status exclude each other") }
            if sources == 0, days == nil {
                throw ValidationError("say whose media: --account, --domain, --status or --days")
            }
            if let days, !(days >= 0 && days.isFinite) { throw ValidationError("--days must be zero or more") }
            if let domain, DomainName.normalized(domain).isEmpty { throw ValidationError("--domain is empty") }
            guard (1...100_000).contains(queueLimit) else {
                throw ValidationError("--queue-limit must be from 1 to 100000")
            }
        }

        func operation(_ configuration: Configuration) -> MediaRefresh {
            MediaRefresh(
                RefreshSelection(source, days: days, includesStored: force), waits: wait, queueLimit: queueLimit)
        }

        private var source: RefreshSelection.Source {
            if let status { return .status(status) }
            if let account { return .account(account) }
            if let domain { return .domain(DomainName.normalized(domain)) }
            return .everywhere
        }
    }
}
