import ArgumentParser
import Faults
import Model

/// `mastoctl queues`: the server's background work.
struct QueuesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queues", abstract: "Look at Sidekiq's queues and jobs, and change them.",
        subcommands: [
            List.self, Show.self, Latency.self, Processes.self, Schedules.self, Locks.self, Retry.self, Scheduled.self,
            Dead.self, Requeue.self, Delete.self, Kill.self,
        ])
}

/// `--where`: the jobs a query means.
struct JobSelection: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "The jobs of which all of this is true: 'class:DeliveryWorker host:dead.example error:~timeout older:>2d'.",
            valueName: "query"))
    var query: String?

    func validate() throws {
        do {
            guard query != nil, try condition().terms.isEmpty else { return }
        } catch {
            throw ValidationError("--where: \(error.message)")
        }
        throw ValidationError("--where says nothing; write terms such as \(JobQueryKey.example)")
    }

    /// What the query says; everything without one.
    ///
    /// - Throws: `Fault(.usage)`.
    func condition() throws(Fault) -> JobQuery {
        guard let query else { return JobQuery() }
        do {
            return try JobQuery(parsing: query)
        } catch {
            throw Fault(.usage, error.text)
        }
    }
}

extension JobPlace: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(name: argument)
    }
}
