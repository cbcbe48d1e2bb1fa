import ArgumentParser
import Configuration
import Model
import Operations

extension QueuesCommand {
    /// `mastoctl queues list`: the queues and how much waits.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the queues, how much waits in them and for how long.",
            discussion: """
                Three round trips to Redis, however much waits.

                Examples:
                  mastoctl queues list
                  mastoctl queues list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> QueueInquiry { QueueInquiry() }
    }

    /// `mastoctl queues latency`: whether a job waits too long.
    struct Latency: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell whether the next job of a queue waits too long.",
            discussion: """
                Ends with status 1 when it does. `--format ids` tells the queues alone.

                Examples:
                  mastoctl queues latency
                  mastoctl queues latency --over 1h --quiet
                """)

        @Option(help: ArgumentHelp("How long the next job may have waited.", valueName: "duration"))
        var over = Duration.seconds(300)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> QueueInquiry { QueueInquiry(bound: over.inSeconds) }
    }

    /// `mastoctl queues processes`: who does the work.
    struct Processes: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the processes and what they are at.",
            discussion: """
                Those that have told of themselves within the last minute.

                Examples:
                  mastoctl queues processes
                  mastoctl queues processes --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> WorkerInquiry { WorkerInquiry() }
    }

    /// `mastoctl queues schedules`: what is done by the clock.
    struct Schedules: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what the server does by the clock, and when it last did.",
            discussion: """
                The schedules of the server's release, and others that Redis knows.

                Examples:
                  mastoctl queues schedules
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> ScheduleInquiry { ScheduleInquiry() }
    }
}
