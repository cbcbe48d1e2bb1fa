import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension MediaCommand {
    /// `mastoctl media list`: the stored files that rows name.
    struct List: ListingCommand {
        typealias Row = ListedMedia

        static let configuration = CommandConfiguration(
            abstract: "List the stored files that belong to something.",
            discussion: """
                For other programs that save or copy files: with --format ids a key a line, relative to the media root \
                or the bucket (below S3_KEY_PREFIX), as `rsync --files-from` and `rclone copy --files-from-raw` take \
                them. Only files that are there are listed, smaller renditions too. Local ones are those there is no \
                other copy of; the others are fetched again by the server. Bytes are known of originals.

                Examples:
                  mastoctl media list --local --format ids > keys.txt
                  mastoctl media list --kind avatar --format jsonl
                  rsync -a --files-from <(mastoctl media list --local --format ids) public/system/ /backup/
                """)

        @Flag(help: "Only what there is no other copy of.")
        var local = false

        @Option(
            help: ArgumentHelp(
                "Only avatar, header, emoji, attachment, thumbnail, preview-card, site-upload or backup. May be repeated.",
                valueName: "kind"))
        var kind: [AttachmentKind] = []

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> MediaListing {
            MediaListing(kinds: kind, localOnly: local)
        }
    }
}
