import ArgumentParser
import Configuration
import Model
import Operations

extension EmailDomainBlocksCommand {
    /// `mastoctl email-domain-blocks remove`: let e-mail domains in again.
    struct Remove: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let e-mail domains in again.",
            discussion: """
                Mail servers that were blocked because of a domain go with it. What is not blocked is told and no error.

                As with tootctl, the server's audit log is told nothing unless --as names a moderator.

                Lanes: api, direct. By api the server logs it, on behalf of the token's owner.

                Examples:
                  mastoctl email-domain-blocks remove spam.example
                  mastoctl email-domain-blocks list --format ids | mastoctl email-domain-blocks remove --from - --dry-run
                """)

        @Argument(help: ArgumentHelp("A domain.", valueName: "domain"))
        var domains: [String] = []

        @OptionGroup var editing: ItemEditing<AuditOptions>

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try editing.items.require(domains, "domain") }

        func operation(_ configuration: Configuration) throws -> EmailDomainRemoval {
            let read = try ReadItems(try editing.items.all(domains), as: "a domain", DomainName.valid)
            return EmailDomainRemoval(
                "email-domain-blocks remove", read.values, refused: read.refused,
                auditing: editing.moderation.asTootctl(configuration),
                lane: try editing.lanes.lane(of: [.api, .direct], configuration))
        }
    }
}
