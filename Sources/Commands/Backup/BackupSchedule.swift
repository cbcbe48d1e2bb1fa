import ArgumentParser
import Configuration
import Faults
import Model
import Presentation

extension BackupCommand {
    /// `mastoctl backup schedule`: have backups made by themselves.
    struct Schedule: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print ready files that make backups run by themselves.",
            discussion: """
                A backup every night; on Sundays a rehearsal, then pruning; on Wednesdays a look at the repository. The \
                files are printed and nothing is installed; each begins with the name under which it is to be saved, and \
                what to do then. They run as the owner of the media, who must be able to read the env file and the \
                repository's password.

                Examples:
                  mastoctl backup schedule systemd
                  mastoctl backup schedule cron --no-prune
                  mastoctl backup schedule kubernetes --format json
                """)

        @Argument(help: ArgumentHelp("For this scheduler: systemd, cron or kubernetes.", valueName: "scheduler"))
        var scheduler: Presentation.Schedule.Kind

        @Flag(help: "Without pruning, where another machine does that.")
        var noPrune = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            let configuration = try session.configure(global.overrides)
            guard let repository = configuration.backup.repository?.reveal() else {
                throw Fault(
                    .configuration, "no place for backups is configured",
                    help: "`mastoctl backup init --repository FORM` makes one")
            }
            var making = ScheduleMaking(configuration)
            if repository.hasPrefix("/") { making.writable.append(repository) }
            if let staging = configuration.backup.staging { making.writable.append(staging) }
            let works = Self.works.filter { !(noPrune && $0.work.words == ["backup", "prune"]) }
            let facts = try works.map { try making.facts($0.work, options: $0.options, policy: nil) }
            return try tell(Presentation.Schedule(scheduler, as: "backup.schedule/1", for: facts), in: session)
        }

        private static let works: [(work: Presentation.Schedule.Work, options: [String])] = [
            (work("create", "Back up", hour: 3), []),
            (
                work("rehearse", "Prove a backup of", hour: 5, day: "Sun", room: "50Gi"),
                ["--directory", "/var/tmp"]
            ),
            (work("prune", "Drop old backups of", hour: 7, day: "Sun"), ["--yes"]),
            (work("verify", "Look at the backups of", hour: 5, day: "Wed"), []),
        ]

        private static func work(
            _ verb: String, _ title: String, hour: Int, day: String? = nil, room: String = "20Gi"
        ) -> Presentation.Schedule.Work {
            var work = Presentation.Schedule.Work(["backup", verb], title: title)
            work.hour = hour
            work.day = day
            work.writesMedia = false
            work.runsPostgres = verb == "rehearse"
            work.room = room
            work.memory = "2Gi"
            work.image = "restic, PostgreSQL" + (verb == "rehearse" ? "" : "'s clients") + " and the libraries it needs"
            return work
        }
    }
}
