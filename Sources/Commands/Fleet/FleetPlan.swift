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
                Rehearses the command on each server, which changes nothing, and keeps the plans in a folder: NAME.json \
                is that of the profile NAME. Read them, remove those that are not wanted, and carry out the rest with \
                `fleet apply`. Commands that take --plan-out name each item in the plan; of others it holds the command \
                line and how many items the rehearsal found, and servers where that is none get no plan.

                Examples:
                  mastoctl fleet plan tag:hosted --out blocks -- domain-blocks sync list.toml
                  mastoctl fleet plan 'tag:hosted !eu' --out spam -- accounts suspend --where 'domain:spam.example'
                  mastoctl fleet plan tag:hosted --out purge -- domains purge spam.example
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

        /// Whether the command itself writes plans.
        private var namesItems: Bool { command.leaf is any PlanningCommand.Type }

        /// What the plan and who carries it out decide.
        private static let own = ["--dry-run", "--yes", "-y", "--format", "--no-input"]

        func validate() throws {
            if command.words.contains(where: { $0.hasPrefix("--plan-out") }) {
                throw ValidationError("where the plans go is said by --out")
            }
            guard namesItems || command.leaf is any OperationCommand.Type else {
                let name = command.leaf.map(CommandWords.of) ?? ""
                throw ValidationError("`\(name)` is no change that can be planned")
            }
            if let word = command.words.map({ String($0.prefix { $0 != "=" }) }).first(where: Self.own.contains) {
                throw ValidationError("\(word) is for fleet apply to say")
            }
        }

        func run(in session: Session) async throws -> ExitStatus {
            let tour = try FleetTour(session, options, global)
            let members = try await tour.writing(choice.members(of: tour))
            let plans = FleetPlan.absolute(try tour.folder(out))
            let namesItems = namesItems
            let errands = members.map { member in
                let words =
                    namesItems
                    ? FleetPlan.words(command.words, with: ["--plan-out", "\(plans)/\(member.name).json"])
                    : FleetPlan.words(command.words, with: ["--dry-run", "--format", "json"])
                return tour.errand(words, for: member, obstacle: FleetPlan.obstacle(member))
            }
            let results = try await tour.run(errands, in: try tour.folder(nil))
            if !namesItems {
                for (member, result) in zip(members, results) {
                    try FleetErrandPlan(command.words, rehearsed: result, profile: member.path)?
                        .write(for: member.name, in: plans)
                }
            }
            return try tell(FleetTold(by: "fleet plan", words: command.words, results), in: session)
        }
    }
}
