import ArgumentParser
import Configuration
import Model
import Operations

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks sync`: bring the server to what a declared list wants.
    struct Sync: PlannableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring the server's blocks to what a declared list wants.",
            discussion: """
                Makes the changes that `domain-blocks plan` tells; see there for the list. A second run finds nothing \
                to do, and one after an interruption does the rest. More changes than max_changes, or more removals \
                than the share max_removals, are refused as a whole until they are allowed here. The server's queue is \
                filled to about --queue-limit and no further.

                Lanes: jobs, api (slow: the server takes 300 calls in five minutes).

                Examples:
                  mastoctl domain-blocks sync main.toml
                  mastoctl domain-blocks sync main.toml --yes --quiet --rate 5/s
                  mastoctl domain-blocks sync main.toml --max-changes 2000
                  mastoctl domain-blocks sync main.toml --plan-out monday.json
                """)

        @Argument(help: "The declared list.", completion: .file(extensions: ["toml"]))
        var list: String

        @Option(help: ArgumentHelp("Allow this many changes; the list's max_changes when not given.", valueName: "n"))
        var maxChanges: Int?

        @Option(
            help: ArgumentHelp(
                "Allow this share of the list's blocks to go; its max_removals when not given.", valueName: "share"))
        var maxRemovals: Share?

        @OptionGroup var guarding: BlockGuardOptions

        @OptionGroup(title: "The server's work")
        var queue: BlockQueueOptions

        @OptionGroup(title: "Plan")
        var planning: PlanOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let maxChanges, maxChanges < 0 { throw ValidationError("--max-changes must be zero or more") }
        }

        func operation(_ configuration: Configuration) throws -> DomainBlockChanging<ReviewedBlocks> {
            var policy = try Configuration.blockList(at: list, files: SystemFileReader())
            policy.forced = guarding.allowDomain
            policy.maxChanges = maxChanges ?? policy.maxChanges
            policy.maxRemovals = maxRemovals?.part ?? policy.maxRemovals
            return DomainBlockChanging(
                ReviewedBlocks(policy, own: configuration.ownDomains),
                lane: try lanes.lane(of: [.jobs, .api], configuration), moderator: moderating.name(configuration),
                pace: queue.pace)
        }
    }
}

/// `20%`, or a part of one.
struct Share: ExpressibleByArgument {
    var part: Double

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument) else { return nil }
        part = isPercent ? number / 100 : number
        guard (0...1).contains(part) else { return nil }
    }
}
