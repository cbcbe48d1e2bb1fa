import Faults
import Glibc
import Model
import Postgres

/// A throw-away Mastodon instance on this machine's loopback: PostgreSQL, Redis, media files, and no Mastodon.
package enum Sandbox {
    /// A step of a start, for a progress line: lower case, without a final stop.
    package typealias Progress = @Sendable (String) -> Void

    /// Makes and starts a sandbox, which then runs until `stop`.
    ///
    /// `directory` is made by this; nil is `SandboxDirectory.standardPath`. What an interrupted start or dead servers
    /// left there is removed first. When this throws nothing is left behind.
    /// - Throws: `Fault(.busy)` when one runs there already, `.denied` when the directory is somebody else's,
    ///   `.configuration` when a server's program is missing, `PostgresError`.
    package static func start(
        directory: String? = nil, release: MastodonRelease = .newest, size: Population.Size = .small, s3: Bool = false,
        seed: UInt64 = 1, files: Bool = true, progress: Progress = { _ in }
    ) async throws -> SandboxInstance {
        let place = try SandboxDirectory.make(try absolute(directory ?? SandboxDirectory.standardPath))
        if let running = await inspect(place.path).instance {
            throw Fault(
                .busy, "a sandbox of Mastodon \(running.release.rawValue) runs in \(place.path) already",
                help: "mastoctl sandbox status, or mastoctl sandbox stop")
        }
        do {
            await stopServers(in: place.path)
            try place.empty()
            let population = Population(size, seed: seed, release: release)
            try requireRoom(for: size, hasFiles: files, in: place.path)
            return try await build(
                population, size: size, in: place, hasBucket: s3, hasFiles: files, progress: progress)
        } catch {
            await stopServers(in: place.path)
            try? place.remove()
            throw error
        }
    }

    /// Stops the servers and removes everything, or keeps the directory's content when `keep` is true.
    /// - Throws: `Fault(.noSuch)` when there is no sandbox, `.denied` when the directory is somebody else's, `.busy`.
    package static func stop(directory: String? = nil, keep: Bool = false) async throws {
        let place = try SandboxDirectory.open(try absolute(directory ?? SandboxDirectory.standardPath))
        await stopServers(in: place.path)
        if !keep { try place.remove() }
    }

    /// Looks without touching or waiting.
    /// - Throws: `Fault(.denied)` when the directory is somebody else's.
    package static func status(directory: String? = nil) async throws -> SandboxStatus {
        let path = try absolute(directory ?? SandboxDirectory.standardPath)
        guard try SandboxDirectory.exists(path) else { return SandboxStatus(directory: path, state: .none) }
        return await inspect(path)
    }

    /// The environment file of a running sandbox.
    /// - Throws: `Fault(.noSuch)` when none runs there, `.denied`.
    package static func environment(directory: String? = nil) async throws -> SandboxInstance {
        let status = try await status(directory: directory)
        guard let instance = status.instance else {
            throw Fault(.noSuch, "no sandbox runs in \(status.directory)", help: "mastoctl sandbox start")
        }
        return instance
    }

    /// A disk that fills up half way would take the machine's other services with it.
    private static func requireRoom(for size: Population.Size, hasFiles: Bool, in path: String) throws {
        var space = statvfs()
        guard statvfs(path, &space) == 0 else { throw DirectoryPlanter.fault("measure", path) }
        let free = ByteCount(Int64(space.f_bavail) * Int64(space.f_frsize))
        let needed = hasFiles ? size.room : size.roomWithoutFiles
        guard free < needed else { return }
        throw Fault(
            .inputOutput, "a \(size.rawValue) sandbox needs about \(needed), and \(path) has \(free)",
            help: "choose a folder on a larger disk with --dir, or a smaller --size")
    }

    private static func absolute(_ path: String) throws -> String {
        guard !path.isEmpty, !path.utf8.contains(0), !path.utf8.contains(10) else {
            throw Fault(.usage, "the name of the sandbox's directory is empty or not usable")
        }
        var whole = path
        if !path.hasPrefix("/") {
            guard let here = getcwd(nil, 0) else { throw DirectoryPlanter.fault("find", "the working directory") }
            defer { free(here) }
            whole = "\(String(cString: here))/\(path)"
        }
        let parts = whole.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, !parts.contains("..") else {
            throw Fault(.usage, "the sandbox's directory may not be / or contain ..")
        }
        return "/" + parts.joined(separator: "/")
    }
}
