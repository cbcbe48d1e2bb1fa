import ArgumentParser
import Configuration
import Model
import Operations

extension MediaCommand {
    /// `mastoctl media verify`: find rows whose files are missing.
    struct Verify: CheckCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find rows whose stored file is missing.",
            discussion: """
                Nothing is changed without --fix; the status is 1 when something is missing. --fix makes the rows of \
                cached copies name no file, so that the server fetches them again when somebody asks; each is looked \
                at once more under its lock. What is local, and remote emoji, which cannot be without a picture, is \
                only reported.

                Examples:
                  mastoctl media verify
                  mastoctl media verify --kind attachment --kind avatar --fix
                  mastoctl media verify --kind emoji --format ids --top 100000
                """)

        @Option(
            help: ArgumentHelp(
                "Only avatar, header, emoji, attachment, thumbnail, preview-card, site-upload or backup. May be repeated.",
                valueName: "kind"))
        var kind: [AttachmentKind] = []

        @Option(help: ArgumentHelp("Only of this domain and its subdomains. May be repeated.", valueName: "domain"))
        var domain: [String] = []

        @Flag(help: "Look for the smaller renditions, too. Missing ones are only reported.")
        var styles = false

        @Option(help: ArgumentHelp("List this many of the missing files.", valueName: "n"))
        var top = 20

        @Flag(help: "Clear the rows of cached copies that are missing.")
        var fix = false

        @OptionGroup(title: "Run options")
        var options: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var mends: Bool { fix }

        func validate() throws {
            guard (0...1_000_000).contains(top) else { throw ValidationError("--top must be from 0 to 1000000") }
        }

        func operation(_ configuration: Configuration) -> FileVerification {
            FileVerification(
                kinds: kind, scope: RowScope(domains: domain.map(DomainName.normalized)), checksStyles: styles,
                top: top)
        }
    }
}
