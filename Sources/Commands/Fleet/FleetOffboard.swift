import ArgumentParser
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

extension FleetCommand {
    /// `mastoctl fleet offboard`: lead a customer out.
    struct Offboard: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lead a customer out: hand over, prove the receipt, tell when to erase.",
            discussion: """
                With --to it runs `backup handover` through that profile, and notes the hash of handover.json, which has \
                those of the dump's files. With --copy it compares every file of a copy that has arrived; with --receipt \
                it takes what the new host says that `sha256sum handover.json` told there, after `backup receive FOLDER \
                --dry-run` found the rest as it should be. Alone it tells how far it is.

                Data may be erased once the receipt is proven and --keep has passed since, and not before the notice is \
                over. It erases nothing.

                Examples:
                  mastoctl fleet offboard customer7 --to /mnt/customer7 --notice 90 --yes
                  mastoctl fleet offboard shop.mastodon --inventory kubernetes:production --to /mnt/shop --yes
                  mastoctl fleet offboard customer7 --copy /mnt/theirs
                  mastoctl fleet offboard customer7
                """)

        @Argument(help: ArgumentHelp("The customer's profile, or server of an inventory.", valueName: "profile"))
        var server: String

        @OptionGroup
        var source: FleetSource

        @Option(help: ArgumentHelp("Hand over into this new folder.", valueName: "folder"), completion: .directory)
        var to: String?

        @Option(help: ArgumentHelp("Compare a copy that was received.", valueName: "folder"), completion: .directory)
        var copy: String?

        @Option(help: ArgumentHelp("The hash of handover.json, as the new host tells it.", valueName: "sha256"))
        var receipt: String?

        @Option(help: ArgumentHelp("Days of notice, from the hand-over on.", valueName: "days"))
        var notice = 90

        @Option(help: ArgumentHelp("Days that data are kept after the receipt.", valueName: "days"))
        var keep = 7

        @Option(help: ArgumentHelp("How long handing over may take: 90s, 15m.", valueName: "duration"))
        var timeLimit: Duration = .seconds(86_400)

        @Flag(name: [.short, .long], help: "Take yes for the answer.")
        var yes = false

        @Flag(help: "Change nothing; say what would be done.")
        var dryRun = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var finishesBatches: Bool { true }
        private var mode: (words: [String], asks: Bool) { FleetPlan.words(isRehearsal: dryRun) }

        func validate() throws {
            if [to, copy, receipt].compactMap(\.self).count > 1 {
                throw ValidationError("--to, --copy and --receipt exclude each other")
            }
            guard source.inventories.isEmpty || to != nil else {
                throw ValidationError("--inventory is where --to finds the server")
            }
            guard mode.asks || to != nil else { throw ValidationError("--dry-run tells what --to would do") }
            guard (0...3_650).contains(notice), (0...3_650).contains(keep) else {
                throw ValidationError("--notice and --keep must be from 0 to 3650")
            }
            if timeLimit <= .zero { throw ValidationError("--time-limit must be more than nothing") }
        }

        func run(in session: Session) async throws -> ExitStatus {
            var options = try FleetOptions.parse([])
            options.timeLimit = timeLimit
            let tour = try FleetTour(session, options, global)
            let offboarding = FleetOffboarding(server, in: tour.place.folder)
            if let copy {
                return try tell(await offboarding.received(copy: FleetPlan.absolute(copy)), in: session)
            }
            if let receipt { return try tell(offboarding.received(sha256: receipt), in: session) }
            guard let to else {
                guard let known = try offboarding.known() else {
                    throw Fault(.noSuch, "nothing of \(server) was handed over", help: "begin with --to FOLDER")
                }
                return try tell(known, in: session)
            }
            let folder = FleetPlan.absolute(to)
            try await handOver(tour, into: folder)
            guard mode.asks else { return .done }
            return try tell(offboarding.handedOver(in: folder, noticeDays: notice, keptDays: keep), in: session)
        }

        /// - Throws: `Fault` with what the hand-over said, when it failed.
        private func handOver(_ tour: FleetTour, into folder: String) async throws {
            let members = try await tour.members(.everyone, of: source.inventories)
            guard let member = members.first(where: { $0.name == server }) else {
                throw Fault(.noSuch, "there is no server \(server)", help: "`mastoctl fleet list all` tells them")
            }
            if mode.asks, !yes {
                let prompt = Prompt(output: tour.session.output, noInput: false)
                guard try prompt.confirm("hand \(server) over into \(folder), with every secret of the server?") else {
                    throw Fault(.interrupted, "nothing was handed over", notes: ["the answer was no"])
                }
            }
            let words = ["backup", "handover", folder] + mode.words
            let errands = tour.errands(words, for: try tour.writing([member]))
            let results = try await tour.run(errands, in: try tour.folder(nil), mayWrite: mode.asks)
            guard let result = results.first, result.state == .done else {
                throw Fault(
                    .refused, "\(server) was not handed over", notes: results.map(\.line),
                    help: results.first?.errors.map { "all it said is in \($0)" })
            }
            if !mode.asks { tour.session.output.note(Sanitized.text(result.line)) }
        }
    }
}
