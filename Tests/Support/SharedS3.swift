import Glibc
import S3
import Sandbox
import Synchronization

/// The one S3 server of a test process; every test makes a bucket of its own in it.
package enum SharedS3 {
    /// Why there is none, for `.enabled(if:)`. In CI a missing server is a failure, not a reason to skip.
    package static var isAvailable: Bool {
        S3Server.obstacle == nil || getenv("CI").map { String(cString: $0) } == "true"
    }

    private static let starting = Task { () throws -> S3Server in
        await endOrphans()
        let directory = "\(TemporaryFolder.base)/mastoctl-s3-\(getpid())"
        let server = try await S3Server.start(in: directory)
        running.withLock { $0 = server }
        atexit { SharedS3.end() }
        return server
    }
    private static let running = Mutex<S3Server?>(nil)

    package static func server() async throws -> S3Server { try await starting.value }

    package static func port() async throws -> Int { try await server().port }

    /// A fresh bucket, named after nothing: names are numbers, so that tests run side by side.
    ///
    /// - Parameter change: to the settings, before the bucket is made.
    package static func bucket(_ change: (inout S3Settings) -> Void = { _ in }) async throws -> S3Settings {
        var settings = try await server().settings(bucket: "test-\(UInt64.random(in: 0 ... .max))")
        change(&settings)
        let client = S3Client(settings)
        try await client.createBucket()
        client.close()
        settings.retry.base = .milliseconds(5)
        return settings
    }

    private static func end() {
        running.withLock { server in
            guard let server else { return }
            server.abort()
            TemporaryFolder.remove(server.directory)
        }
    }

    /// Ends what a test process left behind that crashed.
    private static func endOrphans() async {
        guard let folder = opendir(TemporaryFolder.base) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix("mastoctl-s3-"), let id = pid_t(name.dropFirst(12)), kill(id, 0) != 0, errno == ESRCH
            else { continue }
            await S3Server.running(in: "\(TemporaryFolder.base)/\(name)")?.stop()
            TemporaryFolder.remove("\(TemporaryFolder.base)/\(name)")
        }
    }
}
