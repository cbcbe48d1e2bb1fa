import ArgumentParser
import Configuration
import Faults
import Model
import Operations

extension UsernameBlocksCommand {
    /// `mastoctl username-blocks add`: block user names.
    struct Add: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block user names.",
            discussion: """
                Nobody can sign up with such a name, in any case and with digits for the letters they look like. What is \
                blocked already stays as it is, unless --force. Needs Mastodon 4.5 or newer.

                The server's audit log is told, on behalf of the first owner or of --as.

                Lanes: direct.

                Examples:
                  mastoctl username-blocks add support billing
                  mastoctl username-blocks add mastodon --contains --allow-with-approval
                  mastoctl username-blocks add --from names.txt --dry-run
                """)

        @Argument(help: ArgumentHelp("A user name, or with --contains a part of one.", valueName: "name"))
        var names: [String] = []

        @Flag(help: "Any name that holds this one, not only the whole name.")
        var contains = false

        @Flag(help: "Let people sign up, but have a moderator approve them.")
        var allowWithApproval = false

        @Flag(name: [.short, .long], help: "Change blocks that are there already.")
        var force = false

        @OptionGroup var editing: ItemEditing<ModeratorOptions>

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try editing.items.require(names, "user name") }

        func operation(_ configuration: Configuration) throws -> UsernameAddition {
            let read = try ReadItems(try editing.items.all(names), as: "a user name") { name in
                name.contains { !$0.isWhitespace } ? name : nil
            }
            let requests = read.values.map {
                UsernameBlockRequest(username: $0, isExact: !contains, allowWithApproval: allowWithApproval)
            }
            return UsernameAddition(
                "username-blocks add", requests, refused: read.refused, overwrites: force,
                auditing: editing.moderation.asPages(configuration),
                lane: try editing.lanes.lane(of: [.direct], configuration))
        }
    }
}
