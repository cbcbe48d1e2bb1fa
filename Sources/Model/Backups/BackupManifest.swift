/// What a backup is: written last, so that its presence marks a whole backup. It holds no secret.
package struct BackupManifest: Sendable, Equatable {
    package static let schema = "backup.manifest/1"

    package var id: String
    package var domain: String
    /// When the database's snapshot was taken; of a backup without one, when it was begun.
    package var time: UTCTime
    /// The version of this program.
    package var program: String
    /// Of restic.
    package var engine: String
    /// `4.6`, nil for an unknown schema.
    package var release: String?
    package var schemaVersion: String
    package var database: BackupDatabase?
    package var media: BackupMedia?
    package var redis: BackupRedis?
    package var secrets: BackupSecrets?
    /// What was left out, and how it comes back; for people.
    package var leftOut: [String]
    /// The snapshots of restic's that hold the parts, by part.
    package var snapshots: [String: String]
    /// Seconds, by part.
    package var durations: [String: Double]

    package init(id: String, domain: String, time: UTCTime, program: String, engine: String, schemaVersion: String) {
        self.id = id
        self.domain = domain
        self.time = time
        self.program = program
        self.engine = engine
        self.schemaVersion = schemaVersion
        leftOut = []
        snapshots = [:]
        durations = [:]
    }

    /// Bytes of all parts, as far as they are known.
    package var bytes: Int64 {
        (database?.files.values.reduce(0) { $0 + $1.bytes } ?? 0) + (database?.cluster?.bytes ?? 0)
            + (media?.bytes ?? 0)
    }
}

extension BackupManifest {
    /// The parts that there are, besides the manifest.
    package var parts: [BackupPart] {
        BackupPart.choosable.filter { snapshots[$0.rawValue] != nil || $0 == .database && database?.cluster != nil }
    }
}

/// A stored file and what it must hash to.
package struct BackupFile: Sendable, Equatable {
    package var bytes: Int64
    package var sha256: String

    package init(bytes: Int64, sha256: String) {
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// The part `database`.
package struct BackupDatabase: Sendable, Equatable {
    /// As the server tells it: `15.18 (Debian …)`.
    package var server: String
    /// Major version of the pg_dump that wrote it.
    package var client: Int
    package var encoding: String
    package var collation: String
    /// What the collation's library called its version when the database was made; nil before PostgreSQL 15.
    package var collationVersion: String?
    /// Where in the write-ahead log the snapshot stands.
    package var lsn: String
    package var isReplica: Bool
    package var migrations: Int
    /// Over the list of migrations, one a line.
    package var migrationsHash: String
    /// Rows by table, at the snapshot.
    package var rows: [String: Int64]
    /// The dump's files; none of one that is a stream.
    package var files: [String: BackupFile]
    /// Whether the dump is one file of pg_dump's own form in the place of a folder.
    package var isStream = false
    /// Where there is no dump: what pgBackRest has. The rows are those that were counted once it had it.
    package var cluster: BackupCluster?

    package init(
        server: String, client: Int, encoding: String, collation: String, collationVersion: String?, lsn: String,
        isReplica: Bool
    ) {
        self.server = server
        self.client = client
        self.encoding = encoding
        self.collation = collation
        self.collationVersion = collationVersion
        self.lsn = lsn
        self.isReplica = isReplica
        migrations = 0
        migrationsHash = ""
        rows = [:]
        files = [:]
    }

    /// The server's major version.
    package var major: Int { Int(server.prefix { $0.isNumber }) ?? 0 }
    package var rowCount: Int64 { rows.values.reduce(0, +) }
}

/// The part `media`.
package struct BackupMedia: Sendable, Equatable {
    /// `filesystem` or `s3`.
    package var storage: String
    /// The folder, or where the bucket's copies went.
    package var place: String
    /// Whether cached copies of remote media are in it, too.
    package var hasCache: Bool
    /// Local files by kind, as the rows of the snapshot name them.
    package var classes: [String: BackupClass]
    /// Some files, to look at after a restore.
    package var sample: [String: BackupFile]
    /// Of media in a bucket: where their copies are.
    package var mirror: BackupMirror?

    package init(storage: String, place: String, hasCache: Bool) {
        self.storage = storage
        self.place = place
        self.hasCache = hasCache
        classes = [:]
        sample = [:]
    }

    package var bytes: Int64 { classes.values.reduce(0) { $0 + $1.bytes } }
    package var files: Int64 { classes.values.reduce(0) { $0 + $1.files } }
}

/// Copies of the media of a bucket, which other backups may have as well. Which of them belong to this one is in a list.
package struct BackupMirror: Sendable, Equatable {
    /// As one types it: `s3:cold`.
    package var place: String
    package var files: Int64
    package var bytes: Int64
    /// SHA-256 of the list of keys.
    package var listHash: String

    package init(place: String, files: Int64, bytes: Int64, listHash: String) {
        self.place = place
        self.files = files
        self.bytes = bytes
        self.listHash = listHash
    }
}

/// Local files of one kind.
package struct BackupClass: Sendable, Equatable {
    package var files: Int64
    package var bytes: Int64
    /// Over their keys in the order of the rows, one a line.
    package var listHash: String

    package init(files: Int64 = 0, bytes: Int64 = 0, listHash: String = "") {
        self.files = files
        self.bytes = bytes
        self.listHash = listHash
    }
}

/// The part `redis`.
package struct BackupRedis: Sendable, Equatable {
    package var extent: RedisExtent
    package var keys: Int

    package init(extent: RedisExtent, keys: Int) {
        self.extent = extent
        self.keys = keys
    }
}

/// The part `secrets`: what the manifest tells of it.
package struct BackupSecrets: Sendable, Equatable {
    /// Where the env file lay; nil where the variables came from the environment.
    package var path: String?
    package var salt: String
    /// By variable: what its value must hash to together with the salt.
    package var fingerprints: [String: String]
    /// Whose key opens it, beside the repository's password.
    package var recipient: String?

    package init(path: String?, salt: String, fingerprints: [String: String], recipient: String?) {
        self.path = path
        self.salt = salt
        self.fingerprints = fingerprints
        self.recipient = recipient
    }

    /// The variables without which a restored instance is not the same: logins, second factors, push, and from 4.7 all
    /// federation hang on them.
    package static let names = [
        "SECRET_KEY_BASE", "OTP_SECRET", "VAPID_PRIVATE_KEY", "VAPID_PUBLIC_KEY",
        "ACTIVE_RECORD_ENCRYPTION_DETERMINISTIC_KEY", "ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT",
        "ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY",
    ]
}
