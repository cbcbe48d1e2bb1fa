import Faults
import Glibc
import Processes
import S3

/// A throw-away S3 on 127.0.0.1: Ceph's radosgw over one monitor and one OSD that keeps everything in memory.
///
/// A real one, since stand-ins accept any signature. The directory holds `ceph.conf`, `keyring` and `credentials` (mode
/// 0600), a log and a process id for each of the three daemons. About a second to start; nothing is kept when it ends.
package struct S3Server: Sendable {
    package let directory: String
    package let port: Int
    package let accessKey: String
    package let secretKey: String
    package let processes: [ServerProcess]

    package var endpoint: String { "http://127.0.0.1:\(port)" }

    /// How to reach a bucket of it.
    package func settings(bucket: String) -> S3Settings {
        var settings = S3Settings(bucket: bucket, accessKey: accessKey, secretKey: secretKey)
        settings.endpoint = endpoint
        return settings
    }

    /// What an installation lacks, or nil when a server can be started.
    package static var obstacle: String? {
        programs.first { Executable.find($0) == nil }.map { "\($0) was not found on this machine" }
    }

    private static let programs = [
        "ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph", "ceph-authtool", "monmaptool",
    ]

    /// Starts a server in `directory` and returns when it takes requests.
    ///
    /// - Parameter isDetached: lets the daemons outlive this process.
    /// - Throws: `Fault(.configuration)` when Ceph is not installed, `.busy` when one runs there already, `.unreachable`
    ///   when it does not come up; no daemon is left behind then.
    package static func start(in directory: String, isDetached: Bool = false) async throws -> S3Server {
        guard running(in: directory) == nil else { throw Fault(.busy, "an S3 server runs in \(directory) already") }
        if let obstacle {
            throw Fault(
                .configuration, obstacle,
                help: "apt-get install -y --no-install-recommends radosgw ceph-mon ceph-osd")
        }
        try File.makeDirectory(directory)
        var cluster = CephCluster(directory: directory, isDetached: isDetached)
        do {
            let (accessKey, secretKey) = try await cluster.start()
            try File.write(
                "\(cluster.gatewayPort)\n\(accessKey)\n\(secretKey)\n", to: "\(directory)/credentials")
            return S3Server(
                directory: directory, port: cluster.gatewayPort, accessKey: accessKey, secretKey: secretKey,
                processes: cluster.processes)
        } catch {
            for process in cluster.processes { await process.stop(SIGKILL) }
            throw error
        }
    }

    /// The server that runs in `directory`, started by whichever process.
    package static func running(in directory: String) -> S3Server? {
        let lines = (File.read("\(directory)/credentials") ?? "").split(separator: "\n").map(String.init)
        let processes = CephCluster.names.compactMap { name in
            File.read("\(directory)/\(name).pid").flatMap { pid_t($0.prefix { $0.isNumber }) }
                .flatMap { ServerProcess(id: $0, workingIn: directory) }
        }
        guard lines.count == 3, let port = Int(lines[0]), processes.contains(where: \.isAlive) else { return nil }
        return S3Server(
            directory: directory, port: port, accessKey: lines[1], secretKey: lines[2], processes: processes)
    }

    /// Ends the daemons at once: there is nothing to save.
    package func stop() async {
        self.abort()
        for process in processes { await process.stop(SIGKILL) }
    }

    /// Ends them without waiting.
    package func abort() {
        for process in processes.reversed() { process.end() }
    }
}
