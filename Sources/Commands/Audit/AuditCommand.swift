import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

/// `mastoctl audit`: who changed what, in the server's own log and in ours.
struct AuditCommand: QueryCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Tell who changed what, on the server and by this tool.",
        discussion: """
            The server's log holds what its moderators did on its pages, by its API and with this program's moderation \
            commands. This program keeps a record of each of its changes in the state folder, a JSON object a line. \
            Both are told together, the newest first. The record is read from its end, so its size does not matter.

            With `audit = "server"` in the profile, commands that the server's own tools log nowhere are written into \
            the server's log too; with `audit = false` this program keeps no record.

            Examples:
              mastoctl audit
              mastoctl audit --since 7d --by moddy
              mastoctl audit --target spammer@example.org --limit 1000
              mastoctl audit --source local --format jsonl
            """)

    @Option(help: ArgumentHelp("Since then: 7d, 2026-11-01, 2026-11-01T12:00:00Z.", valueName: "when"))
    var since: Since?

    @Option(help: ArgumentHelp("By this moderator, or by this user of the machine.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("Done to this: a handle, a domain, an id.", valueName: "name"))
    var target: String?

    @Option(help: ArgumentHelp("Only one of the two: server or local.", valueName: "log"))
    var source: AuditEntry.Source?

    @Option(help: ArgumentHelp("Tell at most so many.", valueName: "n"))
    var limit = 100

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    func validate() throws {
        guard (1...1_000_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 1000000") }
    }

    func question(_ configuration: Configuration) -> AuditReading {
        let own = configuration.ownDomains
        return AuditReading(
            AuditFilter(
                since: since?.time(before: .present), by: by.map { AccountName.handle($0, own: own) },
                target: target.map { AccountName.handle($0, own: own) }, source: source),
            limit: limit)
    }
}

extension AuditEntry.Source: ExpressibleByArgument {}

/// A moment, or so long before now.
enum Since: ExpressibleByArgument, Equatable {
    case ago(Duration)
    case at(UTCTime)

    init?(argument: String) {
        if let duration = try? Duration(parsing: argument) {
            self = .ago(duration)
        } else if let time = UTCTime(parsing: argument) {
            self = .at(time)
        } else {
            return nil
        }
    }

    func time(before now: UTCTime) -> UTCTime {
        switch self {
        case .ago(let duration): UTCTime(now.seconds - duration.inSeconds)
        case .at(let time): time
        }
    }
}
