import ArgumentParser
import Faults
import Operations
import Presentation

extension DoctorCommand {
    /// `mastoctl doctor list`: every check there is.
    struct List: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the checks there are.",
            discussion: """
                Asks no server. `--format ids` gives the ids alone, `--format json` everything that is known of each.

                Examples:
                  mastoctl doctor list
                  mastoctl doctor list --group redis
                  mastoctl doctor list --format ids
                """)

        @Option(help: ArgumentHelp("Only checks of this group.", valueName: "group"))
        var group: [Check.Group] = []

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            var choice = CheckChoice()
            choice.cost = .deep
            choice.groups = group
            return try tell(CheckCatalog(choice.checks), in: session)
        }
    }

    /// `mastoctl doctor explain`: the page of one check.
    struct Explain: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what a check looks at, why, and what mends what it finds.",
            discussion: """
                Asks no server.

                Examples:
                  mastoctl doctor explain pg.collation-drift
                  mastoctl doctor explain sched.vacuum-effect --format json
                """)

        @Argument(help: ArgumentHelp("The id of a check, as the doctor and `doctor list` tell it.", valueName: "id"))
        var id: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            guard let check = Check.named(id) else {
                let near = NearWords.near(to: id, among: Check.all.map(\.id)).map { "'\($0)'" }
                throw Fault(
                    .noSuch, "there is no check '\(id)'",
                    help: near.isEmpty
                        ? "`mastoctl doctor list` has them all" : "did you mean \(near.joined(separator: " or "))?")
            }
            return try tell(CheckCatalog.Entry(check), in: session)
        }
    }
}
