import Faults
import Glibc
import Model
import Postgres
import Sandbox
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled), .serialized)
struct `A sandbox` {
    /// Below /tmp, which PostgreSQL's user can reach also when the tests run as root.
    private let directory: String = {
        var template = Array("/tmp/mastoctl-lifecycle.XXXXXX".utf8CString)
        let path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
        chmod(path, 0o711)
        return path
    }()
    private var path: String { "\(directory)/sandbox" }

    private func fault(_ body: () async throws -> Void) async -> Fault? {
        do {
            try await body()
            return nil
        } catch {
            return error as? Fault
        }
    }

    @Test func `starts, tells itself, refuses a second start, and stops without a trace`() async throws {
        #expect(try await Sandbox.status(directory: path).state == .none)
        let instance = try await Sandbox.start(directory: path)
        #expect(instance.rows > 5_000 && instance.files > 1_500)
        let status = try await Sandbox.status(directory: path)
        #expect(status.state == .running && status.isDatabaseAlive && status.isRedisAlive)
        #expect(status.instance?.environmentText == instance.environmentText)
        #expect(await fault { _ = try await Sandbox.start(directory: path) }?.kind == .busy)

        let settings = try #require(status.instance?.databaseSettings)
        let connection = try await PostgresConnection.connect(settings)
        let version: String? = try await connection.first("select max(version) from schema_migrations") { try $0[0] }
        #expect(version == MastodonRelease.newest.schemaVersion)
        await connection.close()
        var file = stat()
        #expect(stat(instance.environmentFile, &file) == 0 && file.st_mode & 0o777 == 0o600)

        try await Sandbox.stop(directory: path)
        #expect(try await Sandbox.status(directory: path).state == .none)
        #expect(access(path, F_OK) != 0)
        #expect(!Loopback.accepts(port: instance.databasePort) && !Loopback.accepts(port: instance.redisPort))
        #expect(await fault { try await Sandbox.stop(directory: path) }?.kind == .noSuch)
        rmdir(directory)
    }

    @Test func `whose servers died is broken, and the next start replaces it`() async throws {
        let first = try await Sandbox.start(directory: path, release: .v4_3, files: false)
        PostgresServer.running(in: "\(path)/postgres")?.abort()
        RedisServer.running(in: "\(path)/redis")?.abort()
        while RedisServer.running(in: "\(path)/redis") != nil || PostgresServer.running(in: "\(path)/postgres") != nil {
            await Task.yield()
        }
        let status = try await Sandbox.status(directory: path)
        #expect(status.state == .broken && status.instance == nil)
        let second = try await Sandbox.start(directory: path, release: .v4_4, files: false)
        #expect(second.release == .v4_4 && first.databasePassword != second.databasePassword)
        try await Sandbox.stop(directory: path)
        rmdir(directory)
    }

    @Test func `that was cancelled in the middle of its start leaves nothing behind`() async throws {
        let path = path
        let task = Task { try await Sandbox.start(directory: path) }
        while access("\(path)/postgres/data/PG_VERSION", F_OK) != 0 { await Task.yield() }
        task.cancel()
        let result = await task.result
        guard case .failure = result else {
            Issue.record("the start went on")
            return try await Sandbox.stop(directory: path)
        }
        #expect(access(path, F_OK) != 0)
        rmdir(directory)
    }

    @Test func `is refused in somebody's directory, which stays as it was`() async throws {
        mkdir(path, 0o755)
        close(open("\(path)/precious", O_CREAT | O_WRONLY, 0o644))
        #expect(await fault { _ = try await Sandbox.start(directory: path) }?.kind == .denied)
        #expect(await fault { try await Sandbox.stop(directory: path) }?.kind == .denied)
        #expect(await fault { _ = try await Sandbox.status(directory: path) }?.kind == .denied)
        #expect(access("\(path)/precious", F_OK) == 0)
        unlink("\(path)/precious")
        rmdir(path)
        rmdir(directory)
    }
}
