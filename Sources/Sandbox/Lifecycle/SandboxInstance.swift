import Faults
import Model
import Postgres

/// A running sandbox.
package struct SandboxInstance: Sendable {
    package struct Bucket: Sendable {
        /// `http://127.0.0.1:port`
        package var endpoint: String
        package var name: String
        package var region: String
        package var accessKey: String
        package var secretKey: String
    }

    package var directory: String
    package var release: MastodonRelease
    /// `small`, `medium` or `large`.
    package var size: Population.Size
    package var databasePort: Int
    package var databaseName: String
    package var databaseUser: String
    package var databasePassword: String
    package var redisPort: Int
    package var redisPassword: String
    /// Where the files are, unless they are in the bucket.
    package var mediaRoot: String
    package var bucket: Bucket?
    package var localDomain: String
    /// What was made, for the report of a start: rows, files, and the files' bytes.
    package var rows = 0
    package var files = 0
    package var bytes = 0

    /// The instance's own configuration, as a server's `.env.production`, mode 0600.
    package var environmentFile: String { "\(directory)/env.production" }

    /// Names and values of the environment file, in its order. Some are secrets.
    package var environment: [(name: String, value: String)] {
        var pairs = [
            ("LOCAL_DOMAIN", localDomain), ("SINGLE_USER_MODE", "false"),
            ("DB_HOST", "127.0.0.1"), ("DB_PORT", "\(databasePort)"), ("DB_NAME", databaseName),
            ("DB_USER", databaseUser), ("DB_PASS", databasePassword),
            ("REDIS_HOST", "127.0.0.1"), ("REDIS_PORT", "\(redisPort)"), ("REDIS_PASSWORD", redisPassword),
        ]
        if let bucket {
            pairs += [
                ("S3_ENABLED", "true"), ("S3_BUCKET", bucket.name), ("S3_ENDPOINT", bucket.endpoint),
                ("S3_REGION", bucket.region), ("S3_PROTOCOL", "http"),
                ("S3_HOSTNAME", String(bucket.endpoint.dropFirst("http://".utf8.count))),
                ("AWS_ACCESS_KEY_ID", bucket.accessKey), ("AWS_SECRET_ACCESS_KEY", bucket.secretKey),
            ]
        } else {
            pairs.append(("PAPERCLIP_ROOT_PATH", mediaRoot))
        }
        pairs += Population.encryption + Population.secrets
        return pairs.map { (name: $0.0, value: $0.1) }
    }

    /// The text of the environment file.
    package var environmentText: String {
        environment.map { "\($0.name)=\($0.value)\n" }.joined()
    }

    package var databaseSettings: ConnectionSettings {
        ConnectionSettings(
            host: "127.0.0.1", port: databasePort, database: databaseName, user: databaseUser,
            password: databasePassword)
    }
}

/// How a sandbox is, for `sandbox status`.
package struct SandboxStatus: Sendable {
    package enum State: String, Sendable {
        case none, running
        /// Left behind by an interrupted start or by servers that died; a start or a stop cleans it up.
        case broken
    }

    package var directory: String
    package var state: State
    /// Nil unless it is running.
    package var instance: SandboxInstance?
    package var isDatabaseAlive = false
    package var isRedisAlive = false
    /// Nil without a bucket.
    package var isBucketAlive: Bool?
}
