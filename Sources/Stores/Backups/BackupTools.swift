import Faults
import Model

/// Everything a backup is made of and with, built by Assembly.
package struct BackupTools: Sendable {
    package var archive: BackupArchive<ReadOnly>
    package var database: DatabaseSource
    package var media: MediaSource
    /// Copies of media in a bucket; nil where none are kept.
    package var mirror: MediaMirror?
    package var redis: RedisExtract
    package var secrets: InstanceSecrets
    /// For whom the secrets are encrypted besides; nil for nobody.
    package var recipient: String?
    /// A folder that only this user may enter.
    package var staging: StagingFolder
    /// Tables dumped and restored at once.
    package var jobs: Int
    /// The version of this program.
    package var program: String
    package var redisExtent: RedisExtent
    /// Reads an env file's bytes as the server would.
    package var readEnvironment: @Sendable ([UInt8]) -> [String: String]
    /// Starts a throw-away server for rehearsals.
    package var trial: any TrialServing
    /// The database that a restore fills.
    package var target: RestoreTarget
    /// What pgBackRest keeps; nil where no stanza of its is configured.
    package var cluster: ClusterArchive?
    /// The folder in which a server's files are brought back.
    package var room = "/var/tmp"

    package init(
        archive: BackupArchive<ReadOnly>, database: DatabaseSource, media: MediaSource, redis: RedisExtract,
        secrets: InstanceSecrets, recipient: String?, staging: StagingFolder, jobs: Int, program: String,
        redisExtent: RedisExtent, readEnvironment: @escaping @Sendable ([UInt8]) -> [String: String],
        trial: any TrialServing, target: RestoreTarget
    ) {
        self.readEnvironment = readEnvironment
        self.trial = trial
        self.target = target
        self.archive = archive
        self.database = database
        self.media = media
        self.redis = redis
        self.secrets = secrets
        self.recipient = recipient
        self.staging = staging
        self.jobs = jobs
        self.program = program
        self.redisExtent = redisExtent
    }

    /// Brings a server's files back into a server of its own.
    ///
    /// - Parameter time: the instant; nil for that at which the backup ended.
    /// - Throws: `Fault(.configuration)` where nobody says how pgBackRest is called here.
    package func recover(_ database: BackupDatabase, until time: UTCTime? = nil) async throws -> TrialServer {
        guard let saved = database.cluster else { throw Fault(.ourBug, "the database is a dump") }
        guard let cluster, cluster.stanza == saved.stanza else {
            throw Fault(
                .configuration, "the database is in pgBackRest's stanza \(saved.stanza), which is not configured here",
                help: "set backup.pgbackrest_stanza")
        }
        return try await cluster.recover(
            saved, until: time, below: room, major: database.major, database: target.name, role: target.role)
    }
}
