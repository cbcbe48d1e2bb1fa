import ArgumentParser
import Configuration
import Model
import Operations

/// Options of every command that changes something.
struct RunOptions: ParsableArguments {
    @Flag(name: .long, help: "Change nothing; tell what would be done.")
    var dryRun = false

    @Option(name: [.short, .long], help: ArgumentHelp("Batches at work at the same time.", valueName: "n"))
    var concurrency: Int?

    @Flag(name: [.short, .long], help: "Name every item.")
    var verbose = false

    @Option(help: ArgumentHelp("Stop after this many items.", valueName: "n"))
    var limit: Int?

    @Option(help: ArgumentHelp("Begin nothing new after this long: 90s, 15m, 2h.", valueName: "duration"))
    var deadline: Duration?

    @Option(help: ArgumentHelp("Handle at most this many items a second: 500/s.", valueName: "n/s"))
    var rate: Rate?

    @Option(help: ArgumentHelp("Wait this long for another run to end.", valueName: "duration"))
    var lockWait: Duration?

    @Flag(name: [.customShort("y"), .long], help: "Do not ask.")
    var yes = false

    @Flag(name: .long, help: "Never ask; fail where a question would be needed.")
    var noInput = false

    @Option(
        help: ArgumentHelp("Write how the run went to this Prometheus text file.", valueName: "file"),
        completion: .file())
    var metricsFile: String?

    @Option(help: ArgumentHelp("Tell this URL of start, success and failure.", valueName: "url"))
    var ping: String?

    @Option(help: ArgumentHelp("Write although this schema version is unknown.", valueName: "version"))
    var allowSchema: String?

    @Flag(name: .long, help: "Delete rows of tables that Mastodon has not, where they hold what is deleted.")
    var withUnknownTables = false

    @Flag(name: .long, help: "Delete files although it is not certain that the storage is the server's.")
    var trustStorage = false

    func validate() throws {
        if let concurrency, !(1...64).contains(concurrency) {
            throw ValidationError("--concurrency must be from 1 to 64")
        }
        if let limit, limit < 0 { throw ValidationError("--limit must be zero or more") }
        if let ping, !ping.hasPrefix("http://"), !ping.hasPrefix("https://") {
            throw ValidationError("--ping must be an http:// or https:// URL")
        }
    }

    var overrides: [Override] {
        var all: [Override] = []
        if let metricsFile {
            all.append(Override(flag: "--metrics-file", key: "run.metrics_file", value: metricsFile))
        }
        if let ping { all.append(Override(flag: "--ping", key: "run.ping_url", value: ping)) }
        if let concurrency {
            all.append(Override(flag: "--concurrency", key: "run.concurrency", value: "\(concurrency)"))
        }
        return all
    }

    /// - Parameter settings: what holds where the command line says nothing.
    func pace(_ settings: RunSettings) -> Pace {
        Pace(
            concurrency: concurrency ?? settings.concurrency,
            rate: rate?.itemsPerSecond ?? settings.rate.map(Double.init),
            limit: limit, deadline: deadline?.inSeconds, lockWait: lockWait?.inSeconds ?? 0)
    }
}

/// `500/s`, `30/m` or a plain number a second.
struct Rate: ExpressibleByArgument {
    var itemsPerSecond: Double

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard let number = parts.first.flatMap({ Double($0) }), number > 0, number.isFinite, parts.count <= 2 else {
            return nil
        }
        switch parts.count == 2 ? parts[1] : "s" {
        case "s": itemsPerSecond = number
        case "m": itemsPerSecond = number / 60
        case "h": itemsPerSecond = number / 3_600
        default: return nil
        }
    }
}
