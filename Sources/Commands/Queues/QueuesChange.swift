import ArgumentParser
import Configuration
import Model
import Operations

/// A change of jobs that a query means.
protocol JobChangeCommand: OperationCommand where Work == JobChange {
    static var deed: JobDeed { get }
    var selection: JobSelection { get }
    var places: JobPlaces { get }
}

extension JobChangeCommand {
    func operation(_ configuration: Configuration) throws -> JobChange {
        JobChange(Self.deed, where: try selection.condition(), in: places.places)
    }

    func validate() throws {
        if selection.query == nil { throw ValidationError("say with --where which jobs are meant") }
    }
}

/// Where jobs are looked for.
struct JobPlaces: ParsableArguments {
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Only there: retry, scheduled, dead, or a queue as queue:push.", valueName: "place"))
    var places: [JobPlace] = []
}

extension QueuesCommand {
    /// `mastoctl queues requeue`: put jobs back into their queues.
    struct Requeue: JobChangeCommand {
        static let deed = JobDeed.requeue
        static let configuration = CommandConfiguration(
            abstract: "Put failed jobs back into their queues now.",
            discussion: """
                Those that wait for another try and the dead, unless --in says otherwise, as the buttons of Sidekiq's \
                pages do.

                Examples:
                  mastoctl queues requeue --where 'class:DeliveryWorker host:mended.example'
                  mastoctl queues requeue --in dead --where 'queue:mailers' --dry-run
                """)

        @OptionGroup var selection: JobSelection
        @OptionGroup var places: JobPlaces

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }

    /// `mastoctl queues delete`: delete jobs.
    struct Delete: JobChangeCommand {
        static let deed = JobDeed.delete
        static let configuration = CommandConfiguration(
            abstract: "Delete jobs, wherever they wait.",
            discussion: """
                In all queues, among those that wait for another try or for their time, and among the dead, unless --in \
                says otherwise. Locks that the jobs hold are let go. A job that a process has taken meanwhile is left, and \
                one that runs is not touched.

                Examples:
                  mastoctl queues delete --where 'class:DeliveryWorker host:dead.example error:~timeout older:>2d'
                  mastoctl queues delete --in queue:pull --where 'class:LinkCrawlWorker' --dry-run
                """)

        @OptionGroup var selection: JobSelection
        @OptionGroup var places: JobPlaces

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }

    /// `mastoctl queues kill`: give jobs up.
    struct Kill: JobChangeCommand {
        static let deed = JobDeed.kill
        static let configuration = CommandConfiguration(
            abstract: "Give jobs up: put them among the dead.",
            discussion: """
                From there they can be looked at, put back or deleted; Sidekiq keeps the newest 10,000.

                Examples:
                  mastoctl queues kill --where 'error:NoMethodError'
                  mastoctl queues kill --in retry --where 'host:dead.example' --yes
                """)

        @OptionGroup var selection: JobSelection
        @OptionGroup var places: JobPlaces

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }

    /// `mastoctl queues locks`: locks of unique jobs.
    struct Locks: CheckCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find locks of unique jobs whose jobs are gone.",
            discussion: """
                While a lock is held, no job like its own is enqueued again, without a word. A process that was killed \
                leaves locks behind. With --delete they are let go.

                Examples:
                  mastoctl queues locks
                  mastoctl queues locks --older 1d --delete --yes
                """)

        @Flag(help: "Let them go.")
        var delete = false

        @Option(help: ArgumentHelp("Leave younger locks alone.", valueName: "duration"))
        var older = Duration.seconds(3_600)

        @OptionGroup(title: "Run options")
        var options: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var mends: Bool { delete }

        func operation(_ configuration: Configuration) -> LockClearing { LockClearing(olderThan: older.inSeconds) }
    }
}
