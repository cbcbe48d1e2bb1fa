import Engines
import Faults
import Glibc
import Postgres
import Sandbox
import Stores

/// A PostgreSQL of this machine's own, on loopback, in a folder that goes with it.
package struct ThrowAwayServer: TrialServing {
    private let folder: String

    /// - Parameter folder: where it is made; it takes as much room as the database.
    package init(in folder: String = "/var/tmp") {
        self.folder = folder
    }

    package func start() async throws -> TrialServer {
        var template = Array("\(folder)/mastoctl-rehearsal.XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) != nil }
        guard made else {
            throw Fault(.inputOutput, "cannot make a folder in \(folder): \(String(cString: strerror(errno)))")
        }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var options = PostgresServer.Options()
        // Nothing of what is tried must be there tomorrow.
        options.settings = ["wal_level": "minimal", "max_wal_senders": "0", "autovacuum": "off"]
        do {
            let server = try await PostgresServer.start(in: path, options: options)
            let name = "rehearsal"
            let settings = ConnectionSettings(
                host: server.host, port: server.port, database: name, user: PostgresServer.user)
            let place = PgPlace(host: server.host, port: server.port, database: name, user: PostgresServer.user)
            return TrialServer(RestoreTarget(settings, place)) {
                server.abort()
                try? StagingFolder.remove(path)
            }
        } catch {
            try? StagingFolder.remove(path)
            throw error
        }
    }
}

/// A server that is given: a database of its own is made in it, and dropped again.
package struct GivenServer: TrialServing {
    private let target: RestoreTarget

    /// - Parameter url: as a connection URL; its role must be allowed to make databases.
    package init(_ url: String) {
        let name = "mastoctl_rehearsal"
        var settings = ConnectionSettings(uri: url)
        settings.database = name
        settings.applicationName = "mastoctl backup rehearse"
        target = RestoreTarget(settings, PgPlace(uri: url, database: name))
    }

    package func start() async throws -> TrialServer {
        let target = target
        return TrialServer(target) { try? await target.drop() }
    }
}
