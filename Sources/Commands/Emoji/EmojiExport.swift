import ArgumentParser
import Configuration
import Operations

extension EmojiCommand {
    /// `mastoctl emoji export`: write the pictures of local emoji into an archive.
    struct Export: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the pictures of this server's emoji into export.tar.gz.",
            discussion: """
                The archive has one file for each emoji, called after its shortcode, as `emoji import` takes it. It is \
                written beside its place and put there when it is whole. An emoji whose picture is missing is told, and \
                makes the status 1.

                Examples:
                  mastoctl emoji export /var/backups
                  mastoctl emoji export . --category animals --overwrite
                """)

        @Argument(help: "The folder export.tar.gz is written into.", completion: .directory)
        var path: String

        @Option(help: ArgumentHelp("Only those of this category.", valueName: "name"))
        var category: String?

        @Flag(help: "Replace an archive that is there.")
        var overwrite = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) -> EmojiExporting {
            EmojiExporting(into: path, category: category, overwrites: overwrite)
        }
    }
}
