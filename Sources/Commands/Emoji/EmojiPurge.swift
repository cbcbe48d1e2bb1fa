import ArgumentParser
import Configuration
import Model
import Operations

extension EmojiCommand {
    /// `mastoctl emoji purge`: delete custom emoji.
    struct Purge: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete custom emoji with their pictures.",
            discussion: """
                With --remote-only, --suspended-only or --domain those of other servers, which come back with the next \
                post that has them. With none of these all emoji, also those of this server, which are lost: that asks, \
                and needs --yes where nobody can be asked. Servers below a suspended one or a named one are included.

                Lanes: direct.

                Examples:
                  mastoctl emoji purge --suspended-only --dry-run
                  mastoctl emoji purge --domain example.org
                  mastoctl emoji export . && mastoctl emoji purge
                """)

        @Flag(help: "Only emoji of other servers.")
        var remoteOnly = false

        @Flag(help: "Only emoji of servers that are suspended here, and of those below them.")
        var suspendedOnly = false

        @Option(
            help: ArgumentHelp(
                "Only emoji of this server and those below it; may be given again.", valueName: "domain"))
        var domain: [String] = []

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if remoteOnly, suspendedOnly {
                throw ValidationError("--remote-only and --suspended-only exclude each other")
            }
            if domain.contains(where: { DomainName.normalized($0).isEmpty }) {
                throw ValidationError("--domain is empty")
            }
        }

        func operation(_ configuration: Configuration) -> EmojiPurge {
            let isRemote = remoteOnly || !domain.isEmpty
            return EmojiPurge(
                EmojiSelection(
                    suspendedOnly ? .suspended : isRemote ? .remote : .everywhere,
                    domains: domain.map { DomainName.normalized($0) }))
        }
    }
}
