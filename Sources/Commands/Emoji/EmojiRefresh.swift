import ArgumentParser
import Assembly
import Configuration
import Model
import Operations

extension EmojiCommand {
    /// `mastoctl emoji refresh`: fetch the pictures of other servers' emoji again.
    struct Refresh: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch the pictures of other servers' emoji again.",
            discussion: """
                The server fetches a picture once and never again. Those that are missing in the storage are fetched; \
                with --force all of the selection, as when an emoji looks otherwise on its own server. Private addresses \
                are not asked, and nothing of 256 KiB or more is taken. WebP pictures cannot be read here and are told.

                Lanes: direct.

                Examples:
                  mastoctl emoji refresh
                  mastoctl emoji refresh --domain example.org --force --dry-run
                """)

        @Option(
            help: ArgumentHelp(
                "Only emoji of this server and those below it; may be given again.", valueName: "domain"))
        var domain: [String] = []

        @Option(help: ArgumentHelp("Only names that hold this.", valueName: "text"))
        var match: String?

        @Flag(help: "Also those whose pictures are stored.")
        var force = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if domain.contains(where: { DomainName.normalized($0).isEmpty }) {
                throw ValidationError("--domain is empty")
            }
        }

        func operation(_ configuration: Configuration) throws -> EmojiRefresh {
            let width = running.concurrency ?? configuration.run.concurrency
            return EmojiRefresh(
                EmojiSelection(.remote, domains: domain.map { DomainName.normalized($0) }, match: match),
                isForced: force, servers: try configuration.remoteServers(concurrency: width))
        }
    }
}
