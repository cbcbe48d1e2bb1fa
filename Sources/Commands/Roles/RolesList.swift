import ArgumentParser
import Model
import Operations

extension RolesCommand {
    /// `mastoctl roles list`: what people may do.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the roles, the highest first.",
            discussion: """
                What each role allows, and how many users have it; everyone is what all others have too. \
                `accounts role` gives one to somebody.

                Examples:
                  mastoctl roles list
                  mastoctl roles list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<RoleList> { RecordQuestion(RoleList()) }
    }
}
