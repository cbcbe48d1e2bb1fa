import ArgumentParser
import Configuration
import Operations

extension DomainAllowsCommand {
    /// `mastoctl domain-allows add`: allow domains.
    struct Add: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Allow domains.",
            discussion: """
                Matters to servers in limited federation mode only (LIMITED_FEDERATION_MODE). An allowance is for \
                exactly the domain, not for those below it. A domain that is allowed already is left as it is.

                Lanes: api, direct, jobs (the same as direct).

                Examples:
                  mastoctl domain-allows add friend.example
                  mastoctl domain-allows add a.example b.example --dry-run
                """)

        @Argument(help: "The domains.")
        var domains: [String]

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> DomainAllowing {
            try DomainAllowing(
                domains, moderator: moderating.name(configuration),
                lane: lanes.lane(of: [.api, .direct, .jobs], configuration))
        }
    }
}
