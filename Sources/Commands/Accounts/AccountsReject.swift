import ArgumentParser
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts reject`: reject people who wait for approval.
    struct Reject: AccountActionCommand {
        static let action = AccountAction.reject
        static let configuration = CommandConfiguration(
            abstract: "Reject people who wait for approval, and delete their accounts.",
            discussion: """
                Only for users nobody has approved yet. The account goes with everything in it, and its name and e-mail \
                address are free again; nobody is told.

                An account found by --from or --where to which this does not apply is left alone.

                Lanes: api, direct.

                Examples:
                  mastoctl accounts reject dave
                  mastoctl accounts reject --where 'status:pending created:>30d' --dry-run
                  mastoctl accounts reject --where 'status:pending ip:192.0.2.0/24' --plan-out plan.json
                """)

        @OptionGroup
        var acting: AccountActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
