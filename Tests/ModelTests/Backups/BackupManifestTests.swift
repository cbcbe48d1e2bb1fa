import Model
import Testing

@Suite struct BackupManifestTests {
    private static var full: BackupManifest {
        var manifest = BackupManifest(
            id: "20261128-030000-00ff", domain: "example.org", time: UTCTime(1_700_000_000), program: "0.1.0",
            engine: "restic 0.14.0", schemaVersion: "20260611150940")
        manifest.release = "4.6"
        var database = BackupDatabase(
            server: "15.18", client: 15, encoding: "UTF8", collation: "C.UTF-8", collationVersion: nil, lsn: "0/1",
            isReplica: true)
        database.migrations = 588
        database.migrationsHash = "ab"
        database.rows = ["accounts": 3, "users": 1]
        database.files = ["toc.dat": BackupFile(bytes: 5, sha256: "cd")]
        manifest.database = database
        var media = BackupMedia(storage: "filesystem", place: "/media", hasCache: false)
        media.classes = ["avatar": BackupClass(files: 2, bytes: 10, listHash: "ef")]
        media.sample = ["accounts/avatars/000/000/001/original/a.png": BackupFile(bytes: 5, sha256: "01")]
        manifest.media = media
        manifest.redis = BackupRedis(extent: .queues, keys: 4)
        manifest.secrets = BackupSecrets(
            path: "/live/.env.production", salt: "aa", fingerprints: ["SECRET_KEY_BASE": "bb"], recipient: "age1x")
        manifest.leftOut = ["cached copies"]
        manifest.snapshots = ["database": "11", "media": "22"]
        manifest.durations = ["database": 1.5]
        return manifest
    }

    @Test func `what is written is read again`() throws {
        let value = try #require(JSONValue(parsing: Self.full.json.text))
        #expect(BackupManifest(value) == Self.full)
        #expect(Self.full.bytes == 15)
    }

    @Test func `something else is no manifest`() {
        #expect(BackupManifest(.object([.init("schema", "backup.manifest/2")])) == nil)
        #expect(BackupManifest(.null) == nil)
    }

    @Test func `two of them are held against each other`() {
        var other = Self.full
        other.id = "other"
        #expect(BackupDifference(Self.full, other).differences == [])
        other.database?.rows = ["accounts": 4]
        other.media?.classes["avatar"]?.files = 3
        #expect(
            BackupDifference(Self.full, other).differences.map(\.name) == ["accounts", "users", "avatar files"])
    }

    @Test func `a slice of a look at the archive is read`() {
        #expect(ArchiveReading(slice: "3/30") == .slice(3, of: 30))
        for wrong in ["0/3", "4/3", "3", "a/b", "1/2/3", ""] { #expect(ArchiveReading(slice: wrong) == nil) }
    }
}
