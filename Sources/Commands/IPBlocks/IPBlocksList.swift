import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension IPBlocksCommand {
    /// `mastoctl ip-blocks list`: list blocked addresses.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List blocked IP addresses.",
            discussion: """
                Blocks whose end has come stay in force until the server's daily clean-up takes them; --expired shows \
                them, --expiring those whose end is near. --covering tells which blocks apply to an address.

                Examples:
                  mastoctl ip-blocks list
                  mastoctl ip-blocks list --expiring 7d
                  mastoctl ip-blocks list --covering 192.0.2.9 --format json
                """)

        @Option(
            help: ArgumentHelp(
                "Only sign_up_requires_approval, sign_up_block or no_access. May be repeated.", valueName: "severity"))
        var severity: [IPBlock.Severity] = []

        @Flag(help: "Only blocks whose end has come.")
        var expired = false

        @Option(help: ArgumentHelp("Only blocks that end within this time: 12h, 7d.", valueName: "duration"))
        var expiring: Duration?

        @Option(help: ArgumentHelp("Only blocks that hold this address or range.", valueName: "ip"))
        var covering: IPNetwork?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if expired, expiring != nil { throw ValidationError("--expired and --expiring exclude each other") }
        }

        func question(_ configuration: Configuration) -> IPBlockListing {
            let expiry: IPBlockFilter.Expiry = expired ? .expired : expiring.map { .within($0.inSeconds) } ?? .any
            return IPBlockListing(
                IPBlockFilter(severities: severity, expiry: expiry, covering: covering), by: "ip-blocks list")
        }
    }
}
