import ArgumentParser
import Model
import Operations

extension InvitesCommand {
    /// `mastoctl invites list`: who may invite, and whom.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List invites, and who came by them.",
            discussion: """
                By the oldest. An invite is open until it has expired or is used up.

                Examples:
                  mastoctl invites list --open
                  mastoctl invites list --by alice --format json
                """)

        @Flag(help: "Only those that can be used.")
        var open = false

        @Option(help: ArgumentHelp("Only those of this account.", valueName: "account"))
        var by: AccountName?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<InviteList> {
            RecordQuestion(InviteList(areUsable: open, by: by))
        }
    }
}
