import ArgumentParser
import Configuration
import Model
import Operations

extension UsernameBlocksCommand {
    /// `mastoctl username-blocks import`: block the user names of a list.
    struct Import: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block the user names of a list.",
            discussion: """
                The list has one name a line, or with --contains a part of one; blank lines and what follows a # do not \
                count. When a line cannot be read, or holds what stands in no user name, its number is told and nothing \
                is changed, unless --skip-bad. What is blocked already stays as it is. Needs Mastodon 4.5 or newer.

                The server's audit log is told, on behalf of the first owner or of --as.

                Lanes: direct.

                Examples:
                  mastoctl username-blocks import names.txt --dry-run
                  mastoctl username-blocks import parts.txt --contains --allow-with-approval --skip-bad
                """)

        @Argument(
            help: ArgumentHelp("The list; - is standard input.", valueName: "file"), completion: .file())
        var file: String

        @Flag(help: "Any name that holds one of these, not only the whole name.")
        var contains = false

        @Flag(help: "Let people sign up, but have a moderator approve them.")
        var allowWithApproval = false

        @OptionGroup var reading: ListOptions

        @OptionGroup(title: "Moderation")
        var moderating: ModeratorOptions

        @OptionGroup(title: "Lanes")
        var lanes: LaneOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> UsernameAddition {
            let what = contains ? "a part of a user name" : "a user name"
            let list = try reading.items(of: file, as: what) { word in
                UsernameBlock.listed(word).map {
                    UsernameBlockRequest(username: $0, isExact: !contains, allowWithApproval: allowWithApproval)
                }
            }
            return UsernameAddition(
                "username-blocks import", list.items, unread: list.unread,
                auditing: moderating.asPages(configuration), lane: try lanes.lane(of: [.direct], configuration))
        }
    }
}
