import ArgumentParser
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

extension FleetCommand {
    /// `mastoctl fleet apply`: carry out the plans of a folder.
    struct Apply: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Carry out the plans that fleet plan made.",
            discussion: """
                Every plan is read to its end before the first is begun. NAME.json is carried out through the profile \
                NAME, and refused when it was made for another instance, was changed since, or the profile is \
                read_only. Plans that were made with --inventory are carried out with the same. Items that are not as \
                they were are left alone, so plans may be applied twice. A command that names no items is run anew, for \
                no more of them than its rehearsal found.

                Examples:
                  mastoctl fleet apply blocks --dry-run
                  mastoctl fleet apply blocks --yes --parallel 4
                """)

        @Argument(help: ArgumentHelp("The folder of the plans.", valueName: "directory"), completion: .directory)
        var plans: String

        @OptionGroup
        var source: FleetSource

        @OptionGroup
        var options: FleetOptions

        @Flag(name: [.short, .long], help: "Take yes for the answer.")
        var yes = false

        @Flag(help: "Change nothing; say what would be done.")
        var dryRun = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var finishesBatches: Bool { true }

        func run(in session: Session) async throws -> ExitStatus {
            let tour = try FleetTour(session, options, global)
            let found = try FleetPlans(in: FleetPlan.absolute(plans))
            let names = Set(found.plans.map(\.server))
            let members = try await tour.writing(
                tour.members(.everyone, of: source.inventories).filter { names.contains($0.name) })
            let mode = FleetPlan.words(isRehearsal: dryRun)
            let errands = found.plans.map { plan in
                let words =
                    plan.errand.map { FleetPlan.words($0.words, with: ["--limit", "\($0.count)"] + mode.words) }
                    ?? ["apply", plan.path] + mode.words
                if let member = members.first(where: { $0.name == plan.server }) {
                    let obstacle = FleetPlan.obstacle(member) ?? plan.errand?.obstacle(profile: member.path)
                    return tour.errand(words, for: member, obstacle: obstacle)
                }
                return FleetRunning.Errand(
                    server: plan.server, profile: "", words: words, obstacle: "there is no server of that name")
            }
            for plan in found.plans {
                session.output.note(
                    Sanitized.text("\(plan.server): \(Noun.counted(plan.count, "items")): \(plan.words)"))
            }
            if mode.asks, !yes {
                let items = Noun.counted(found.plans.reduce(0) { $0 + $1.count }, "items")
                let prompt = Prompt(output: session.output, noInput: false)
                guard try prompt.confirm("fleet apply: \(items) on \(Noun.counted(errands.count, "servers")). Go on?")
                else {
                    throw Fault(.interrupted, "nothing was changed", notes: ["the answer was no"])
                }
            }
            let results = try await tour.run(errands, in: try tour.folder(nil), mayWrite: mode.asks)
            return try tell(FleetTold(by: "fleet apply", words: [plans], results), in: session)
        }
    }
}
