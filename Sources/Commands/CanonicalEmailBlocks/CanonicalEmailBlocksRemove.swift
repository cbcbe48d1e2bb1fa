import ArgumentParser
import Configuration
import Model
import Operations

extension CanonicalEmailBlocksCommand {
    /// `mastoctl canonical-email-blocks remove`: let e-mail addresses sign up again.
    struct Remove: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let e-mail addresses sign up again.",
            discussion: """
                Any spelling of an address removes its block. What is not blocked is told and no error.

                As with tootctl, the server's audit log is told nothing unless --as names a moderator.

                Lanes: api, direct. By api the server logs it, on behalf of the token's owner.

                Examples:
                  mastoctl canonical-email-blocks remove user@mail.example
                  mastoctl canonical-email-blocks remove --from appeals.txt --dry-run
                """)

        @Argument(help: ArgumentHelp("An e-mail address or a hash.", valueName: "email"))
        var emails: [String] = []

        @OptionGroup var editing: ItemEditing<AuditOptions>

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try editing.items.require(emails, "e-mail address") }

        func operation(_ configuration: Configuration) throws -> CanonicalEmailRemoval {
            try CanonicalEmailRemoval(
                "canonical-email-blocks remove", emails: editing.items.all(emails),
                auditing: editing.moderation.asTootctl(configuration),
                lane: editing.lanes.lane(of: [.api, .direct], configuration))
        }
    }
}
