import Glibc
import Model
import Postgres
import S3
import Stores
import Support
import Testing

/// Hand-overs by a bucket that both hosts reach.
@Suite(.enabled(if: TestServers.hasS3 && Program.isBuilt && BackupStage.areInstalled)) struct BackupHandoverBucketTests
{
    /// The bucket, and the words that name the profile with its section; a secret bucket whatever the section says.
    private func bucket(_ place: BackupStage) async throws -> (settings: S3Settings, words: [String]) {
        let bucket = try await SharedS3.bucket()
        let profile = "\(place.stage.instance.folder)/handover.toml"
        TextFile.write(
            """
            [bucket.newhost]
            bucket = "\(bucket.bucket)"
            endpoint = "\(bucket.endpoint ?? "")"
            access_key_id = "\(bucket.accessKey)"
            secret_access_key = "\(bucket.secretKey)"
            permission = "public-read"

            """, to: profile)
        chmod(profile, 0o600)
        return (bucket, ["--profile", profile])
    }

    private func objects(_ settings: S3Settings) async throws -> [String: Int64] {
        let store = BucketObjectStore(settings)
        var objects: [String: Int64] = [:]
        for try await page in store.list(prefix: "", after: nil) {
            for one in page { objects[one.key.text] = one.size }
        }
        await store.close()
        return objects
    }

    @Test(arguments: Stage.Storage.available)
    func `a server is handed over by a bucket and received from it`(storage: Stage.Storage) async throws {
        let place = try await BackupStage.make(on: storage)
        let stage = place.stage
        let (settings, profile) = try await bucket(place)
        let before = try await stage.snapshot()
        let files = try await stage.objects()
        let run = try await stage.start(["backup", "handover", "s3:newhost", "--format", "json"] + profile).end()
        #expect(run.status == 0, "\(run.conversation)\(run.answer)")
        if storage == .filesystem {
            // A link is no file that a bucket can have.
            let link = "media_attachments/files/666/555/444/original/link.png"
            #expect(run.conversation.contains("is a symbolic link: \(link)"), "\(run.conversation)")
        }
        let given = try await objects(settings)
        for name in [
            "take-along.env", "set-anew.txt", "README.md", "handover.json", "media-keys.tsv", "database/toc.dat",
        ] {
            #expect(given[name] != nil, "\(name)")
        }
        let media = given.filter { $0.key.hasPrefix("media/") }
        #expect(!media.isEmpty && media.allSatisfy { files[String($0.key.dropFirst(6))] == $0.value })
        #expect(!media.keys.contains { $0.hasPrefix("media/cache/") })
        #expect(place.leaks() == [], "nothing stays on the way")
        // Nobody reads it without the key, though the section says so of media.
        let changing = S3Client(settings)
        for name in ["take-along.env", try #require(media.keys.sorted().first)] {
            let grants = try #require(try await changing.grants(of: name))
            #expect(!grants.contains { $0.group.contains("AllUsers") }, "\(name)")
        }
        let again = try await stage.start(["backup", "handover", "s3:newhost"] + profile).end()
        #expect(again.status == 1 && again.conversation.contains("is not empty"), "\(again.conversation)")

        // What is gone comes back; what was changed on its way is refused.
        let lost = Set(media.keys.sorted().prefix(5).map { String($0.dropFirst(6)) })
        if let bucket = stage.bucket {
            let client = S3Client(bucket)
            _ = try await client.delete(Array(lost))
            client.close()
        } else {
            for key in lost { stage.remove(key) }
        }
        try await stage.execute("delete from media_attachments")
        let words = ["backup", "receive", "s3:newhost", "--replace", "sandbox.example", "--yes"] + profile
        let table = try #require(
            given.keys.filter { $0.hasPrefix("database/") && $0 != "database/toc.dat" }.sorted().first)
        let whole = try #require(try await changing.get(table))
        try await changing.put(table, Array(whole.dropLast(1)))
        let refused = try await stage.start(words).end()
        #expect(
            refused.status == 65 && refused.conversation.contains("not what was handed over"), "\(refused.conversation)"
        )
        try await changing.put(table, whole)
        let one = try #require(media.keys.sorted().last)
        let kept = try #require(try await changing.get(one))
        _ = try await changing.delete([one])
        #expect(place.leaks() == [], "nothing stays of what was refused")
        let missing = try await stage.start(words).end()
        #expect(missing.status == 65 && missing.conversation.contains("is missing"), "\(missing.conversation)")
        try await changing.put(one, kept)
        changing.close()

        let received = try await stage.start(words).end()
        #expect(received.status == 0, "\(received.conversation)\(received.answer)")
        #expect(try await stage.snapshot().changedTables(from: before) == [])
        #expect(try await stage.objects() == files)
        #expect(place.leaks() == [])
        try await place.dropAside()
    }

    @Test func `a bucket without a finished hand-over, and the server's own, are refused`() async throws {
        let place = try await BackupStage.make()
        let (_, profile) = try await bucket(place)
        let empty = try await place.stage.start(["backup", "receive", "s3:newhost", "--yes"] + profile).end()
        #expect(empty.status == 65 && empty.conversation.contains("no finished hand-over"), "\(empty.conversation)")
        let unknown = try await place.stage.start(["backup", "handover", "s3:nobody"] + profile).end()
        #expect(unknown.status == 78 && unknown.conversation.contains("no bucket is called"), "\(unknown.conversation)")
    }
}
