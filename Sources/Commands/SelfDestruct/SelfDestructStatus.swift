import ArgumentParser
import Assembly
import Configuration
import Model
import Operations
import Presentation

extension SelfDestructCommand {
    /// `mastoctl self-destruct status`: how far the server is.
    struct Status: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell how far a server is that closes.",
            discussion: """
                Ends with status 0 when every account's end has been told and nothing waits to be delivered, with 1 as \
                long as something is left, and when the server does not close at all.

                Examples:
                  mastoctl self-destruct status
                  until mastoctl self-destruct status --quiet; do sleep 600; done
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) throws -> SelfDestructInquiry {
            try SelfDestructInquiry(configuration)
        }

        func told(_ answer: SelfDestructState) -> SelfDestructShown { SelfDestructShown(answer) }
    }

    /// `mastoctl self-destruct servers`: who has been told.
    struct Servers: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell which servers know that this one is gone.",
            discussion: """
                One row for each host of an inbox: told, when nothing waits for it and its last delivery did not fail; \
                waiting; retrying; failed, when deliveries failed and none is left to be tried; unavailable, when the \
                server had given up on it before. Other servers give no receipt, so that this is what can be known; keep \
                it before the database goes. Queues and retries are read as a whole.

                Ends with status 1 as long as somebody may still be told. `--format ids` tells the hosts alone.

                Examples:
                  mastoctl self-destruct servers --format json > told.json
                  mastoctl self-destruct servers --state failed --state unavailable --format ids
                """)

        @Option(
            help: ArgumentHelp(
                "Only those that are so: told, waiting, retrying, failed, unavailable.", valueName: "state"))
        var state: [FarewellProof.State] = []

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) throws -> FarewellInquiry {
            FarewellInquiry(try configuration.selfDestructSeal(), states: state)
        }
    }
}

extension FarewellProof.State: ExpressibleByArgument {}
