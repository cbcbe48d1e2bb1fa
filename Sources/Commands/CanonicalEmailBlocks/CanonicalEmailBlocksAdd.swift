import ArgumentParser
import Configuration
import Model
import Operations

extension CanonicalEmailBlocksCommand {
    /// `mastoctl canonical-email-blocks add`: block e-mail addresses.
    struct Add: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Block e-mail addresses, however they are written.",
            discussion: """
                The server keeps the SHA-256 of an address's canonical form: lower case, without dots and without a tag \
                before the @. Give addresses, or such hashes from another server's list. The record of changes and the \
                server's audit log name the hash, never the address; the log is told on behalf of the first owner or of \
                --as.

                Lanes: api, direct.

                Examples:
                  mastoctl canonical-email-blocks add spammer@mail.example
                  mastoctl canonical-email-blocks add --from hashes.txt --as alice
                """)

        @Argument(help: ArgumentHelp("An e-mail address or a hash.", valueName: "email"))
        var emails: [String] = []

        @OptionGroup var editing: ItemEditing<ModeratorOptions>

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try editing.items.require(emails, "e-mail address") }

        func operation(_ configuration: Configuration) throws -> CanonicalEmailAddition {
            try CanonicalEmailAddition(
                "canonical-email-blocks add", emails: editing.items.all(emails),
                auditing: editing.moderation.asPages(configuration),
                lane: editing.lanes.lane(of: [.api, .direct], configuration))
        }
    }
}
