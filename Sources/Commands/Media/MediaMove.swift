import ArgumentParser
import Assembly
import Configuration
import Model
import Operations

extension MediaCommand {
    /// `mastoctl media move`: copy stored files into another storage.
    struct Move: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy stored files into another storage, and remove them from the first.",
            discussion: """
                Copies what the other storage has not, makes sure of each copy by its size and its digest or ETag, and \
                then brings what was stored meanwhile. Media types, caching and access are set as the server sets \
                them. A run that is killed is started again and goes on. With --dry-run the files, their bytes and the \
                seconds it takes at least are told.

                s3:NAME is a section [bucket.NAME] of the profile: it has the settings of [s3], secrets by \
                secret_access_key_file or an env_file of its own. What is left out of --from and --to is the storage \
                that the server uses. At the end the lines for the server's env file are told.

                --remove-source is for after the switch: it compares both storages byte for byte, copies again what \
                differs, and removes only what is the same. It refuses to empty the storage the server uses.

                Examples:
                  mastoctl media move --to s3:cold --dry-run
                  mastoctl media move --to s3:cold
                  mastoctl media move --from fs:/home/mastodon/live/public/system
                  mastoctl media move --from fs:/home/mastodon/live/public/system --remove-source --yes
                  mastoctl media move --to fs:/srv/media --only local
                """)

        @Option(help: ArgumentHelp("Where the files are: fs:PATH or s3:NAME.", valueName: "storage"))
        var from: StorageForm?

        @Option(help: ArgumentHelp("Where they are to be: fs:PATH or s3:NAME.", valueName: "storage"))
        var to: StorageForm?

        @Option(
            help: ArgumentHelp(
                "Only local, cached, avatars, headers, emoji, attachments, thumbnails, preview-cards, site-uploads or "
                    + "backups. May be repeated.", valueName: "part"))
        var only: [MoveScope.Part] = []

        @Flag(help: "Remove from the first storage what the other one has, byte for byte.")
        var removeSource = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if from == nil, to == nil { throw ValidationError("say where to: --to, or --from after the switch") }
        }

        func operation(_ configuration: Configuration) throws -> MediaMove {
            let pair = try StoragePlaces(configuration).pair(from: from, to: to)
            return try MediaMove(pair, scope: MoveScope(Set(only)), removesSource: removeSource)
        }
    }
}

extension StorageForm: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension MoveScope.Part: ExpressibleByArgument {}
