import ArgumentParser
import Assembly
import Configuration
import Faults
import Model
import Operations
import Presentation

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks plan`: what a declared list would change.
    struct Plan: HouseCommand, PlanningCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what a declared list would change.",
            discussion: """
                The list is a TOML file. Its sources are merged (merge = "max", "min", or "threshold" with threshold = 2 \
                or "50%" of the sources' trust), limited, and held against the server and against what the list did \
                last. Blocks made or changed by hand are left alone; this server's own domains, those above them and \
                ones like com or co.uk, and what `protect`, `allow` and the files of `allow_from` name are never \
                blocked unless --allow-domain names them; a domain that people here follow is proposed at no more than \
                `followed_severity`, with their number. What the list added and no longer holds goes, as `remove` says: \
                unlisted, retracted or never. Blocks it adds are marked in their private comment.

                  name = "main"
                  merge = "threshold"
                  threshold = 2
                  followed_severity = "silence"
                  allow = ["friend.example"]
                  allow_from = "friends.csv"
                  [[source]]
                  url = "https://lists.example/tier0.csv"
                  trust = 2
                  ttl = "12h"
                  [[source]]
                  instance = "https://other.example"
                  max_severity = "silence"
                  [[source]]
                  file = "retractions.csv"
                  kind = "retractions"

                Further settings: max_severity, protect, adopt, max_changes, max_removals; of a source: name, \
                token_file (the list as its moderators see it), severity, optional. Copies of what was fetched are kept \
                in the state folder for their ttl, and asked for again with their tag.

                Examples:
                  mastoctl domain-blocks plan main.toml
                  mastoctl domain-blocks plan main.toml --all --format json
                  mastoctl domain-blocks plan main.toml --plan-out monday.json
                """)

        @Argument(help: "The declared list.", completion: .file(extensions: ["toml"]))
        var list: String

        @Flag(help: "Tell domains with nothing to do, too.")
        var all = false

        @OptionGroup var guarding: BlockGuardOptions

        @OptionGroup(title: "Plan")
        var planning: PlanOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            let configuration = try session.configure(global.overrides)
            var policy = try Configuration.blockList(at: list, files: SystemFileReader())
            policy.forced = guarding.allowDomain
            let run = OperationRun(global: global, running: try RunOptions.parse([]), session: session, configuration)
            let own = configuration.ownDomains
            if let path = planning.planOut {
                let operation = DomainBlockChanging(
                    ReviewedBlocks(policy, own: own), lane: .jobs, moderator: moderating.name(configuration))
                return try tell(try await run.plan(operation, to: path), in: session)
            }
            let review = try await run.opened("domain-blocks plan", connections: 2) { opening in
                try await BlockListComparison(policy, own: own).answer(at: opening.forReading())
            }
            review.foreseen.flatMap(\.words).forEach(session.warn)
            return try tell(
                BlockListPlan(review, command: "domain-blocks plan", tellsSame: all, failsOnChanges: false), in: session
            )
        }
    }
}
