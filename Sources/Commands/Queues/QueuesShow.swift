import ArgumentParser
import Configuration
import Model
import Operations

/// A list of jobs of one place.
protocol JobListCommand: ListingCommand where Row == KeptJob, Asked == JobInquiry {
    var selection: JobSelection { get }
    var limiting: JobLimit { get }
    var place: JobPlace { get }
}

extension JobListCommand {
    func question(_ configuration: Configuration) throws -> JobInquiry {
        JobInquiry(place, where: try selection.condition(), limit: limiting.limit)
    }
}

/// How many jobs are told.
struct JobLimit: ParsableArguments {
    @Option(help: ArgumentHelp("Tell at most so many.", valueName: "n"))
    var limit = 100

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be one or more") }
    }
}

extension QueuesCommand {
    /// `mastoctl queues show`: the jobs of a queue.
    struct Show: JobListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List jobs that wait in a queue.",
            discussion: """
                Read some at a time, in constant memory, the newest first. What jobs are about is not told: arguments \
                may be private.

                Examples:
                  mastoctl queues show push --limit 20
                  mastoctl queues show pull --where 'class:LinkCrawlWorker older:>1h' --format ids
                """)

        @Argument(help: "The name of the queue.")
        var queue: String

        @OptionGroup var selection: JobSelection
        @OptionGroup var limiting: JobLimit

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var place: JobPlace { .queue(queue) }
    }

    /// `mastoctl queues retry`: jobs that failed.
    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Jobs that failed and wait for another try.", subcommands: [List.self])

        /// `mastoctl queues retry list`.
        struct List: JobListCommand {
            static let configuration = CommandConfiguration(
                abstract: "List jobs that failed and wait for another try.",
                discussion: """
                    Examples:
                      mastoctl queues retry list
                      mastoctl queues retry list --where 'error:~timeout host:dead.example'
                    """)

            @OptionGroup var selection: JobSelection
            @OptionGroup var limiting: JobLimit

            @OptionGroup(title: "Global options")
            var global: GlobalOptions

            var place: JobPlace { .retry }
        }
    }

    /// `mastoctl queues scheduled`: jobs whose time has not come.
    struct Scheduled: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Jobs whose time has not come.", subcommands: [List.self])

        /// `mastoctl queues scheduled list`.
        struct List: JobListCommand {
            static let configuration = CommandConfiguration(
                abstract: "List jobs whose time has not come.",
                discussion: """
                    Examples:
                      mastoctl queues scheduled list
                      mastoctl queues scheduled list --where 'class:PublishScheduledStatusWorker'
                    """)

            @OptionGroup var selection: JobSelection
            @OptionGroup var limiting: JobLimit

            @OptionGroup(title: "Global options")
            var global: GlobalOptions

            var place: JobPlace { .scheduled }
        }
    }

    /// `mastoctl queues dead`: jobs that failed for good.
    struct Dead: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Jobs that failed for good.", subcommands: [List.self])

        /// `mastoctl queues dead list`.
        struct List: JobListCommand {
            static let configuration = CommandConfiguration(
                abstract: "List jobs that failed for good.",
                discussion: """
                    Examples:
                      mastoctl queues dead list
                      mastoctl queues dead list --where 'class:DeliveryWorker' --format jsonl
                    """)

            @OptionGroup var selection: JobSelection
            @OptionGroup var limiting: JobLimit

            @OptionGroup(title: "Global options")
            var global: GlobalOptions

            var place: JobPlace { .dead }
        }
    }
}
