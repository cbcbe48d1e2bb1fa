import ArgumentParser
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

extension FleetCommand {
    /// `mastoctl fleet plan`: write down what a change would do on many servers.
    struct Plan: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write down what a change would do on many servers.",
            discussion: """
                Runs the command with --plan-out on each server, which changes nothing, and keeps the plans in a folder: \
                NAME.json is that of the profile NAME. Read them, remove those that are not wanted, and carry out the \
                rest with `fleet apply`.

                Examples:
                  mastoctl fleet plan tag:hosted --out blocks -- domain-blocks sync list.toml
                  mastoctl fleet plan 'tag:hosted !eu' --out spam -- accounts suspend --where 'domain:spam.example'
                """)

        @OptionGroup
        var choice: FleetChoice

        @OptionGroup
        var command: FleetWords

        @OptionGroup
        var options: FleetOptions

        @Option(
            help: ArgumentHelp("Keep the plans in this new folder.", valueName: "directory"), completion: .directory)
        var out: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if command.words.contains(where: { $0.hasPrefix("--plan-out") }) {
                throw ValidationError("where the plans go is said by --out")
            }
            guard let leaf = command.leaf, leaf is any PlanningCommand.Type else {
                let name = command.leaf.map(CommandWords.of) ?? ""
                throw ValidationError(
                    "`\(name)` makes no plan; accounts, statuses and reports are acted on by plan, and domain-blocks sync"
                )
            }
        }

        func run(in session: Session) async throws -> ExitStatus {
            let tour = try FleetTour(session, options, global)
            let members = try await tour.writing(choice.members(of: tour))
            let plans = FleetPlan.absolute(try tour.folder(out))
            let errands = members.map { member in
                tour.errand(
                    FleetPlan.words(command.words, planOut: "\(plans)/\(member.name).json"), for: member,
                    obstacle: FleetPlan.obstacle(member))
            }
            let results = try await tour.run(errands, in: try tour.folder(nil))
            return try tell(FleetTold(by: "fleet plan", words: command.words, results), in: session)
        }
    }
}
