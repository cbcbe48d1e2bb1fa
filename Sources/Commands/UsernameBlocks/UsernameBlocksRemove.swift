import ArgumentParser
import Configuration
import Operations

extension UsernameBlocksCommand {
    /// `mastoctl username-blocks remove`: let user names be taken again.
    struct Remove: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let user names be taken again.",
            discussion: """
                A name is found in any case. What is not blocked is told and no error. Needs Mastodon 4.5 or newer.

                The server's audit log is told, on behalf of the first owner or of --as.

                Lanes: direct.

                Examples:
                  mastoctl username-blocks remove support
                  mastoctl username-blocks list --format ids | mastoctl username-blocks remove --from - --dry-run
                """)

        @Argument(help: ArgumentHelp("A user name as it was blocked.", valueName: "name"))
        var names: [String] = []

        @OptionGroup var editing: ItemEditing<ModeratorOptions>

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try editing.items.require(names, "user name") }

        func operation(_ configuration: Configuration) throws -> UsernameRemoval {
            UsernameRemoval(
                "username-blocks remove", try editing.items.all(names),
                auditing: editing.moderation.asPages(configuration),
                lane: try editing.lanes.lane(of: [.direct], configuration))
        }
    }
}
