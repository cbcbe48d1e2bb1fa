import ArgumentParser
import Assembly
import Configuration
import Faults
import Model
import Operations

extension BackupCommand {
    /// `mastoctl backup restore`: put a backup back.
    struct Restore: BackupWorkCommand {
        typealias Work = BackupRestoring

        static let configuration = CommandConfiguration(
            abstract: "Put a backup back.",
            discussion: """
                Stop the server's processes first. The dump is restored into a new database, which takes the old one's \
                place when it is whole and has the rows that were saved; the old one stays under another name. Then \
                come the media, what waited in Redis, and the env file: as a file beside the present one, with the \
                names of the variables that differ. A target that is not empty is refused unless --replace names the \
                domain. A run that is killed leaves the instance as it was or as it will be; the next run finishes.

                A database that pgBackRest has is brought back in a server of its own, as it was when the backup was \
                done or at --point-in-time, in a folder of backup.staging or else of /var/tmp, which needs room for all \
                databases of the server; from there it goes the same way. With latest the newest backup is taken from \
                which the instant can be reached.

                With --staging it becomes a copy for trying things out, which reaches nobody: what waited in Redis is \
                not restored, sessions, tokens, push subscriptions, webhooks, relays and scheduled posts are removed, \
                deliveries to every server known are stopped, and the env file beside the present one sends mails into \
                files and requests nowhere. --anonymize also replaces addresses, IP addresses, passwords, keys, tokens \
                and what was written to few, by a secret that nobody keeps; it refuses to end while an address is left \
                in any text. Names and public posts stay.

                What remains to be done is told at the end. With --finish this program does what it can of that: it \
                fills everybody's feeds and, where the server has them, the search indexes, and clears the rows of \
                cached media that were not saved, so that the server fetches them again.

                Examples:
                  mastoctl backup restore latest --dry-run
                  mastoctl backup restore latest --finish --yes
                  mastoctl backup restore 20261128-224455-7f3a --replace example.org --parts database
                  mastoctl backup restore latest --point-in-time 2026-11-28T22:44:00Z --parts database
                  mastoctl backup restore latest --staging --anonymize --env-file staging.env
                """)

        @Argument(help: ArgumentHelp("The backup's id, the beginning of it, or latest.", valueName: "id"))
        var id: String

        @Option(
            help: ArgumentHelp(
                "Only these parts, with commas between: database, media, redis, secrets.", valueName: "parts"))
        var parts: BackupParts?

        @Option(
            help: ArgumentHelp(
                "Bring the database to this instant, where pgBackRest has it: 2026-11-28T22:44:00Z.",
                valueName: "time"))
        var pointInTime: UTCTime?

        @Option(help: ArgumentHelp("Replace what is there; the domain of the instance.", valueName: "domain"))
        var replace: String?

        @Flag(help: "Make a copy that reaches nobody.")
        var staging = false

        @Flag(help: "With --staging, make a copy that tells of nobody.")
        var anonymize = false

        @Flag(help: "Then fill feeds and search indexes, and let the server fetch cached media again.")
        var finish = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if anonymize, !staging { throw ValidationError("--anonymize goes with --staging") }
            if finish, staging { throw ValidationError("--finish and --staging exclude each other") }
        }

        func operation(_ configuration: Configuration, _ making: BackupMaking) throws -> BackupRestoring {
            BackupRestoring(
                try making.tools(program: Version.number), from: .backup(id),
                parts: Set(parts?.parts ?? BackupPart.choosable),
                replacing: replace, staging: staging ? anonymize ? .anonymized : .quiet : nil, until: pointInTime)
        }

        func perform(by run: OperationRun) async throws -> Report {
            let making = making(run)
            let report = try await run.run(try operation(run.configuration, making), needing: need)
            // Nothing remains of a run that only told what it would do, nor of one that failed.
            guard finish, report.remains != nil else { return report }
            return await finished(report, by: run)
        }

        /// Does what else remains, each whatever became of the others; the report tells of what failed.
        private func finished(_ restored: Report, by run: OperationRun) async -> Report {
            var report = restored
            var works: [(name: String, perform: () async throws -> Report)] = [
                ("feeds build", { try await run.run(FeedBuilding(of: nil, skipsFilled: false, lane: .direct)) }),
                ("media verify --fix", { try await run.run(FileVerification(top: 0)) }),
            ]
            if run.configuration.elasticsearch.isEnabled {
                works.append(("search deploy", { try await run.run(SearchDeployment(.init())) }))
            }
            for (name, perform) in works {
                do {
                    let done = try await perform()
                    guard done.failed > 0 || done.stopped != nil else {
                        report.remains?.removeAll { $0.contains("`mastoctl \(name)`") }
                        continue
                    }
                    report.failed += 1
                    report.failures.append(ItemNote(name, "\(done.failed) failed, or it ended early"))
                } catch {
                    let fault = FaultTranslation(run.configuration).fault(for: error)
                    report.failed += 1
                    report.failures.append(ItemNote(name, fault.message))
                }
            }
            return report
        }
    }
}
