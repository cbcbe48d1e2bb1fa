import ArgumentParser
import Configuration
import Model
import Operations

extension PreviewCardsCommand {
    /// `mastoctl preview-cards remove`: delete the pictures of old link previews.
    struct Remove: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete the pictures of old link previews.",
            discussion: """
                The previews stay, without their picture. The server fetches it again only when the link is posted \
                anew two weeks after its last use, so fewer than 14 days are not advisable.

                Examples:
                  mastoctl preview-cards remove --dry-run
                  mastoctl preview-cards remove --days 60 --link
                """)

        @Option(help: "Keep pictures of previews updated within this many days.")
        var days = Days(180)

        @Flag(help: "Only previews of plain links, not of photos and videos.")
        var link = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> CachedFileRemoval {
            CachedFileRemoval(
                name: "preview-cards remove", policy: RetentionPolicy(.previewCards(linksOnly: link), days: days.days))
        }
    }
}
