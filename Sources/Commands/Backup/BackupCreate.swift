import ArgumentParser
import Assembly
import Configuration
import Faults
import Model
import Operations

extension BackupCommand {
    /// `mastoctl backup create`: make a backup.
    struct Create: BackupWorkCommand {
        typealias Work = BackupCreation

        static let configuration = CommandConfiguration(
            abstract: "Make a backup.",
            discussion: """
                Four parts, one after the other: the database, by pg_dump at one instant; the local media, without \
                cached copies of remote ones, which the server fetches again; what waits in Redis; the env file with \
                the secrets, without which a restored instance has no second factors and, from Mastodon 4.7 on, no \
                federation. The manifest comes last: a backup without one is none, and `backup list` calls it \
                unfinished. A run that was killed is gone on with for six hours.

                Dumps go by way of a folder that only this user may enter (backup.staging). The database is read from \
                the replica where there is one that is fresh; a pooler cannot hold a snapshot open, so that \
                backup.database_url must name the server behind it.

                With --engine pgbackrest the database is saved by a pgBackRest that the admin has configured: all \
                databases of the server, with the log of their changes, from which any later instant can be had back \
                (`backup restore --point-in-time`). It is looked at first whether the log arrives there \
                (backup.pgbackrest_stanza). Everything else is saved as ever. WAL-G and barman are not driven.

                Examples:
                  mastoctl backup create --dry-run
                  mastoctl backup create --engine pgbackrest
                  mastoctl backup create --quiet --upload-rate 10MB
                  mastoctl backup create --parts database,secrets
                """)

        @Option(
            help: ArgumentHelp(
                "Only these parts, with commas between: database, media, redis, secrets.", valueName: "parts"))
        var parts: BackupParts?

        @Option(help: ArgumentHelp("What of Redis is saved: queues, full or none.", valueName: "extent"))
        var redis: RedisExtent?

        @Flag(help: "Save cached copies of remote media, too.")
        var withCache = false

        @Option(
            help: ArgumentHelp(
                "Who saves the database: pg_dump or pgbackrest; else backup.engine.", valueName: "engine"))
        var engine: BackupEngine?

        @Flag(help: "Send the dump as one stream, where the disk has no room for it. Slower.")
        var stream = false

        @Option(help: ArgumentHelp("Send at most so many bytes a second: 10MB.", valueName: "size"))
        var uploadRate: ByteCount?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        var need: BackupOpening.Need { .database }

        func validate() throws {
            if stream, engine == .pgBackRest { throw ValidationError("--stream goes with a dump alone") }
        }

        private static var noStream: Fault {
            Fault(.usage, "--stream goes with a dump alone", help: "add --engine pg_dump")
        }

        func operation(_ configuration: Configuration, _ making: BackupMaking) throws -> BackupCreation {
            let chosen = engine ?? configuration.backup.engine
            if stream, chosen == .pgBackRest { throw Self.noStream }
            return BackupCreation(
                try making.tools(program: Version.number, rate: uploadRate),
                parts: Set(parts?.parts ?? BackupPart.choosable), redis: redis, withCache: withCache,
                streams: stream, engine: chosen)
        }
    }
}

/// `database,secrets`.
struct BackupParts: ExpressibleByArgument {
    /// In the order in which they are made.
    var parts: [BackupPart]

    init?(argument: String) {
        let words = argument.split(separator: ",", omittingEmptySubsequences: false)
        let parts = words.compactMap { BackupPart(argument: String($0)) }
        guard parts.count == words.count else { return nil }
        self.parts = Set(parts).sorted()
    }
}
