import Configuration
import Model
import Presentation

extension PruneCommand {
    /// What the scheduler's files are filled with.
    ///
    /// - Throws: `Fault(.badData)` for a path that no such file can hold.
    func scheduleFacts(_ configuration: Configuration, policy parts: [PruneSettings]) throws -> Schedule.Facts {
        var making = ScheduleMaking(configuration)
        if let policy { making.select("--policy", policy) }
        return try making.facts(
            Schedule.Work(["prune"], title: "Prune cached media of"), options: options,
            policy: PruneSettings.text(of: parts))
    }

    private var options: [String] {
        var words: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { words += [name, value] }
        }
        add("--only", only?.parts.map(\.rawValue).joined(separator: ","))
        add("--limit", running.limit.map(String.init))
        add("--deadline", running.deadline.map { "\($0.wholeSeconds)s" })
        add("--rate", running.rate.map { "\($0.itemsPerSecond)/s" })
        add("--concurrency", running.concurrency.map(String.init))
        add("--lock-wait", running.lockWait.map { "\($0.wholeSeconds)s" })
        add("--allow-schema", running.allowSchema)
        if running.trustStorage { words.append("--trust-storage") }
        return words
    }
}
