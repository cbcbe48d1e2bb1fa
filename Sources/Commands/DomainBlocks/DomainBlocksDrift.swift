import ArgumentParser
import Assembly
import Configuration
import Model
import Operations
import Presentation

extension DomainBlocksCommand {
    /// `mastoctl domain-blocks drift`: whether the server does what a declared list wants.
    struct Drift: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check whether the server differs from a declared list.",
            discussion: """
                For cron: the status is 1 when `domain-blocks sync` would change something, and 0 otherwise. Blocks \
                made or changed by hand, which a sync leaves alone, are told but are no drift.

                Examples:
                  mastoctl domain-blocks drift main.toml --quiet
                  mastoctl domain-blocks drift main.toml --format json
                """)

        @Argument(help: "The declared list.", completion: .file(extensions: ["toml"]))
        var list: String

        @OptionGroup var guarding: BlockGuardOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) throws -> BlockListComparison {
            var policy = try Configuration.blockList(at: list, files: SystemFileReader())
            policy.forced = guarding.allowDomain
            return BlockListComparison(policy, own: configuration.ownDomains)
        }

        func told(_ review: BlockListReview) -> BlockListPlan {
            BlockListPlan(review, command: "domain-blocks drift", tellsSame: false, failsOnChanges: true)
        }
    }
}
