import ArgumentParser
import Configuration
import Operations

extension EmojiCommand {
    /// `mastoctl emoji import`: make local emoji of the pictures in an archive.
    struct Import: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make emoji of the pictures in a tar.gz archive.",
            discussion: """
                Files that end in .png or .gif, in whatever folder of the archive, are taken; the name is the shortcode. \
                Emoji that are there already, in any case of letters, are left alone; with --overwrite they get the new \
                picture, and the category and place in the picker that are given here. The still picture of a GIF is \
                its first image, that of a PNG its own pixels without animation and remarks.

                Nothing of an archive is written anywhere but under the names the server would use, links in it are \
                words, and what it unpacks to is bounded. Pictures that are not taken are told one by one, and make \
                the status 1.

                Lanes: direct.

                Examples:
                  mastoctl emoji import blobs.tar.gz --category blobs
                  mastoctl emoji import blobs.tar.gz --prefix blob_ --unlisted --dry-run
                """)

        @Argument(help: "The archive.", completion: .file(extensions: ["tar.gz", "tgz", "tar"]))
        var path: String

        @Option(help: ArgumentHelp("Put this before each name.", valueName: "text"))
        var prefix = ""

        @Option(help: ArgumentHelp("Put this behind each name.", valueName: "text"))
        var suffix = ""

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
            if category?.isEmpty == true { throw ValidationError("--category is empty") }
        }

        func operation(_ configuration: Configuration) -> EmojiImport {
            EmojiImport(
                path: path, prefix: prefix, suffix: suffix, overwrites: overwrite, isListed: !unlisted,
                category: category)
        }
    }
}
