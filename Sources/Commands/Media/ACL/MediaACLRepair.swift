import ArgumentParser
import Configuration
import Model
import Operations

extension MediaCommand.ACL {
    /// `mastoctl media acl repair`: have stored files served as the server has them served.
    struct Repair: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have stored files served as the server itself has them served.",
            discussion: """
                After files were copied by other means: sets the access that S3_PERMISSION says (archives that people \
                asked for are private), a media type where there is none that says anything, and that caches may keep \
                files for ever, since a name is used for one content alone. In a folder only the mode is looked at. \
                Where the service has no access lists, or S3_PERMISSION is empty, those are left alone. Objects that \
                are none of the server's own are left alone, too.

                Each object is asked for once or twice; --prefix and --start-after divide the work.

                Examples:
                  mastoctl media acl repair --dry-run
                  mastoctl media acl repair --prefix accounts/avatars/
                """)

        @Option(help: ArgumentHelp("Only keys that start so.", valueName: "prefix"))
        var prefix = ""

        @Option(help: ArgumentHelp("Go on after this key.", valueName: "key"))
        var startAfter: String?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> AccessRepair {
            AccessRepair(prefix: prefix, startAfter: startAfter.map { ObjectKey($0) })
        }
    }
}
