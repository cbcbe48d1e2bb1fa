import ArgumentParser
import Configuration
import Faults
import Model
import Operations
import Presentation

extension FleetCommand {
    /// `mastoctl fleet drift`: which servers are otherwise than declared.
    struct Drift: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check whether servers differ from what is declared for all.",
            discussion: """
                The declaration is a file; what it leaves out may be as it likes. Settings are those of `settings list`, \
                lists those of `domain-blocks sync`, with paths that count from the file's own folder:

                  release = "4.6"
                  block_lists = ["main.toml"]

                  [settings]
                  registrations_mode = "approved"
                  media_cache_retention_period = 14

                Nothing is changed. The status is 1 when a server differs or could not be compared.

                Examples:
                  mastoctl fleet drift tag:hosted --declared fleet.toml
                  mastoctl fleet drift all --declared fleet.toml --format ids
                """)

        @OptionGroup
        var choice: FleetReach

        @Option(help: ArgumentHelp("What is declared.", valueName: "file"), completion: .file())
        var declared: String

        @OptionGroup
        var options: FleetOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            let declaration = try Configuration.fleetDeclaration(at: declared, files: SystemFileReader())
            let tour = try FleetTour(session, options, global)
            let members = try await tour.writing(choice.members(of: tour))
            let folder = try tour.folder(nil)
            var drift = FleetDrift(from: declaration, among: members.map(\.name))
            for (number, inquiry) in drift.inquiries.enumerated() {
                let errands = tour.errands(inquiry.words, for: members)
                let place = try FleetKeeping.folder("\(folder)/\(number + 1)")
                drift.add(try await tour.run(errands, in: place), to: inquiry)
            }
            return try tell(drift, in: session)
        }
    }
}
