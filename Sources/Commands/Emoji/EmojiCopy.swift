import ArgumentParser
import Configuration
import Model
import Operations

extension EmojiCommand {
    /// `mastoctl emoji copy`: make local emoji of those of other servers.
    struct Copy: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make emoji of this server out of those of others.",
            discussion: """
                As the button in the server's own pages does it, for many: pictures are copied as they are stored here. \
                Where the server keeps a licence with an emoji, it is copied too. One that this server has already is \
                left alone unless --overwrite is given. Ask whose pictures they are.

                Lanes: direct.

                Examples:
                  mastoctl emoji copy blobcat blobfox --domain example.org
                  mastoctl emoji copy --domain example.org --match blob --category blobs --dry-run
                """)

        @Argument(help: ArgumentHelp("Shortcodes; all of the selection when not given.", valueName: "shortcode"))
        var shortcodes: [String] = []

        @Option(help: ArgumentHelp("Of this server; may be given again.", valueName: "domain"))
        var domain: [String] = []

        @Option(help: ArgumentHelp("Only names that hold this.", valueName: "text"))
        var match: String?

        @Flag(help: "Give emoji that are there the new picture.")
        var overwrite = false

        @Flag(help: "Do not offer them in the picker.")
        var unlisted = false

        @Option(help: ArgumentHelp("Put them into this category, which is made if there is none.", valueName: "name"))
        var category: String?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if domain.isEmpty { throw ValidationError("say of which server: --domain") }
            if domain.contains(where: { DomainName.normalized($0).isEmpty }) {
                throw ValidationError("--domain is empty")
            }
            if category?.isEmpty == true { throw ValidationError("--category is empty") }
        }

        func operation(_ configuration: Configuration) -> EmojiCopying {
            EmojiCopying(
                EmojiSelection(
                    .remote, domains: domain.map { DomainName.normalized($0) }, match: match,
                    shortcodes: shortcodes.map { $0.filter { $0 != ":" } }),
                overwrites: overwrite, isListed: !unlisted, category: category)
        }
    }
}
