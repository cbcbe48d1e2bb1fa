import Glibc
import S3
import Sandbox

/// Buckets of the one S3 server of a test process, for tests that need no instance.
package enum SharedS3 {
    /// Whether there is one, for `.enabled(if:)`. In CI a missing server is a failure, not a reason to skip.
    package static var isAvailable: Bool { S3Server.obstacle == nil || getenv("CI") != nil }

    package static func port() async throws -> Int { try await TestServers.shared.s3().port }

    /// A fresh bucket, named after nothing: names are numbers, so that tests run side by side.
    ///
    /// - Parameter change: to the settings, before the bucket is made.
    package static func bucket(_ change: (inout S3Settings) -> Void = { _ in }) async throws -> S3Settings {
        var settings = try await TestServers.shared.s3().settings(bucket: "test-\(UInt64.random(in: 0 ... .max))")
        change(&settings)
        let client = S3Client(settings)
        try await client.createBucket()
        client.close()
        settings.retry.base = .milliseconds(5)
        return settings
    }
}
