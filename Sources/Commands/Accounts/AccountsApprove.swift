import ArgumentParser
import Configuration
import Operations

extension AccountsCommand {
    /// `mastoctl accounts approve`: approve users who wait for it.
    struct Approve: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Approve users who wait for it.",
            discussion: """
                Those whose address is confirmed are greeted as new users are: follows by default, the welcome mail, \
                webhooks. The others will be once they confirm it.

                As with tootctl, the server's audit log is told nothing unless --as names a moderator or the profile \
                says `audit = "server"`.

                Lanes: api, direct. By api the server logs it, on behalf of the token's owner.

                Examples:
                  mastoctl accounts approve alice
                  mastoctl accounts approve -n 10
                  mastoctl accounts approve --all --dry-run --verbose
                  mastoctl accounts approve alice --via direct --as moddy
                """)

        @Argument(help: ArgumentHelp("The name of a local account.", valueName: "username"))
        var username: String?

        @Option(name: [.short, .long], help: ArgumentHelp("So many, those who asked first.", valueName: "n"))
        var number: Int?

        @Flag(help: "Everyone who waits.")
        var all = false

        @OptionGroup(title: "Moderation")
        var audit: AuditOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let number, number < 0 { throw ValidationError("--number must be zero or more") }
            if username == nil, number == nil, !all { throw ValidationError("say whom: a name, --number or --all") }
        }

        func operation(_ configuration: Configuration) throws -> AccountApproval {
            AccountApproval(
                selection, auditing: audit.asTootctl(configuration),
                lane: try lanes.lane(of: AccountApproval.lanes, configuration))
        }

        private var selection: AccountApproval.Selection {
            if all { return .everyone }
            if let number, number > 0 || username == nil { return .oldest(number) }
            return .user(username ?? "")
        }
    }
}
