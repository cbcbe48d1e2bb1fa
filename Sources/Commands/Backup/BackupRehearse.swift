import ArgumentParser
import Assembly
import Configuration
import Operations

extension BackupCommand {
    /// `mastoctl backup rehearse`: prove that a backup restores.
    struct Rehearse: BackupWorkCommand {
        typealias Work = BackupRehearsal

        static let configuration = CommandConfiguration(
            abstract: "Prove that a backup restores.",
            discussion: """
                The database is restored into a throw-away PostgreSQL of this machine, on loopback, or into a database \
                of the server that --server names, which is dropped again. Then each table must have its rows, the \
                schema must be the release's, every index must find every row, some media must hash to what was saved, \
                and the secrets of the backup must open what its database holds encrypted. The status is 1 when \
                something does not pass. How long the restore took and how old the data are is told, and the result is \
                noted beside the backup.

                A database that pgBackRest has is brought back as a server of its own, in the folder of --directory, \
                which needs room for all databases of the server; --server is of no use then. It archives nothing.

                Nothing of the instance is touched: not its database, not its files, not Redis.

                Examples:
                  mastoctl backup rehearse latest
                  mastoctl backup rehearse 20261128-224455-7f3a --directory /mnt/large
                """)

        @Argument(help: ArgumentHelp("The backup's id, the beginning of it, or latest.", valueName: "id"))
        var id = "latest"

        @Option(
            help: ArgumentHelp("Make the throw-away server in this folder.", valueName: "folder"),
            completion: .directory)
        var directory = "/var/tmp"

        @Option(
            help: ArgumentHelp(
                "Restore into this server in the place of a throw-away one; the password comes from ~/.pgpass or "
                    + "PGPASSWORD.", valueName: "url"))
        var server: String?

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let server, !server.hasPrefix("postgres://"), !server.hasPrefix("postgresql://") {
                throw ValidationError("--server must be a postgres:// URL")
            }
            if let server, server.dropFirst("postgres://".count).prefix(while: { $0 != "@" }).contains(":"),
                server.contains("@")
            {
                throw ValidationError("--server must hold no password: arguments are seen by everybody on the machine")
            }
        }

        func operation(_ configuration: Configuration, _ making: BackupMaking) throws -> BackupRehearsal {
            let room = SystemFileReader().absolute(directory)
            let tools =
                try server.map { try making.tools(program: Version.number, trial: GivenServer($0), room: room) }
                ?? making.tools(program: Version.number, trial: ThrowAwayServer(in: directory), room: room)
            return BackupRehearsal(tools, id)
        }
    }
}
