import Glibc
import Model
import Postgres
import S3
import Stores
import Support
import Testing

/// Media in a bucket: backups name copies in a mirror.
@Suite(.enabled(if: TestServers.hasS3 && Program.isBuilt && BackupStage.areInstalled)) struct BackupMirrorTests {
    /// Appends to the settings of backups where copies go.
    private func mirroring(_ place: BackupStage, to form: String, _ more: String = "") {
        let path = "\(place.state)/backup.toml"
        TextFile.write("\(TextFile.read(path) ?? "")media_mirror = \"\(form)\"\n\(more)", to: path)
        chmod(path, 0o600)
    }

    private func local(_ objects: [String: Int64]) -> [String: Int64] {
        objects.filter { !$0.key.hasPrefix("cache/") && (try? StoredPath(ObjectKey($0.key))) != nil }
    }

    @Test func `media of a bucket are mirrored, looked at, and come back`() async throws {
        let place = try await BackupStage.ready(on: .bucket)
        let stage = place.stage
        let bucket = try await SharedS3.bucket()
        mirroring(
            place, to: "s3:cold",
            """
            [bucket.cold]
            bucket = "\(bucket.bucket)"
            endpoint = "\(bucket.endpoint ?? "")"
            access_key_id = "\(bucket.accessKey)"
            secret_access_key = "\(bucket.secretKey)"

            """)
        let before = try await stage.objects()
        let first = try await place.create("--redis", "none")
        let store = BucketObjectStore(bucket)
        var copies: [String: Int64] = [:]
        for try await page in store.list(prefix: "", after: nil) { for one in page { copies[one.key.text] = one.size } }
        #expect(!copies.isEmpty && copies.allSatisfy { local(before)[$0.key] == $0.value })
        // Some rows name a file that the bucket has not.
        let named = try await stage.namedOriginals(where: "item.remote_url = ''").intersection(local(before).keys)
        #expect(!named.isEmpty && named.isSubset(of: copies.keys))
        #expect(place.leaks() == [])
        let shown = try await stage.run("backup", "show", first, "--format", "json")
        #expect(try await stage.figure("manifest.media.mirror.files", of: shown) == "\(copies.count)")
        #expect(!shown.answer.contains(bucket.secretKey))

        let again = try await stage.start(["backup", "create", "--parts", "media", "--format", "json"]).end()
        #expect(again.status == 0, "\(again.conversation)")
        #expect(try await stage.figure("details.bytes_added", of: again) == "0")
        let verified = try await stage.run("backup", "verify")
        #expect(verified.status == 0, "\(verified.answer)\(verified.conversation)")
        let rehearsed = try await stage.run("backup", "rehearse", first)
        #expect(rehearsed.status == 0, "\(rehearsed.answer)\(rehearsed.conversation)")

        let client = S3Client(try #require(stage.bucket))
        _ = try await client.delete(Array(copies.keys))
        let restored = try await stage.start([
            "backup", "restore", first, "--parts", "media", "--yes", "--format", "json",
        ]).end()
        #expect(restored.status == 0, "\(restored.conversation)")
        #expect(try await stage.objects() == before)
        client.close()

        let lost = try #require(copies.keys.sorted().first)
        _ = try await store.delete([ObjectKey(lost)])
        let missing = try await stage.run("backup", "verify", first)
        #expect(missing.status == 1 && missing.answer.contains(lost), "\(missing.answer)")
        await store.close()
    }

    /// Trap: a copy of the right size can be another one.
    @Test func `a byte that is flipped in a copy is told when copies are read`() async throws {
        let place = try await BackupStage.ready(on: .bucket)
        let stage = place.stage
        let folder = "\(stage.instance.folder)/mirror"
        mirroring(place, to: "fs:\(folder)")
        let first = try await place.create("--parts", "media,secrets")
        _ = try await place.create("--parts", "media,secrets")
        let client = S3Client(try #require(stage.bucket))
        let keys = stage.files(below: folder).filter { TextFile.bytes("\(folder)/\($0)")?.isEmpty == false }.sorted()
        for (key, isGone) in [(try #require(keys.first), false), (try #require(keys.last), true)] {
            // Gone or not: what the server's storage told of it stands in the list.
            if isGone { _ = try await client.delete([key]) }
            try ArchivingServer.flip("\(folder)/\(key)")
            #expect(try await stage.run("backup", "verify").status == 0, "without reading nobody sees it")
            let told = try await stage.run("backup", "verify", "--read-data")
            #expect(told.status == 1 && told.answer.contains("the copy of \(key) has changed"), "\(told.answer)")
            let one = try await stage.run("backup", "verify", first, "--read-data", "--subset", "1/1")
            #expect(one.status == 1 && one.answer.contains(key), "\(one.answer)")
            try ArchivingServer.flip("\(folder)/\(key)")
            let whole = try await stage.run("backup", "verify", "--read-data")
            #expect(whole.status == 0, "\(whole.answer)\(whole.conversation)")
        }
        client.close()
    }

    @Test func `copies that no kept backup names go once they are old, and no others`() async throws {
        let place = try await BackupStage.ready(on: .bucket)
        let stage = place.stage
        let folder = "\(stage.instance.folder)/mirror"
        mirroring(place, to: "fs:\(folder)")
        _ = try await place.create("--parts", "media,secrets")
        let all = Set(stage.files(below: folder))
        let gone = try #require(all.sorted().first)
        let client = S3Client(try #require(stage.bucket))
        _ = try await client.delete([gone])
        client.close()
        let second = try await place.create("--parts", "media,secrets")
        let rule = [
            "backup", "prune", "--keep-last", "1", "--keep-daily", "0", "--keep-weekly", "0", "--keep-monthly", "0",
            "--yes",
        ]
        let pruned = try await stage.start(rule).end()
        #expect(pruned.status == 0, "\(pruned.conversation)")
        #expect(try await place.states() == [second: "whole"])
        #expect(Set(stage.files(below: folder)) == all, "a list that names it may be about to be made")

        var times = [timeval(tv_sec: 1_000_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000_000, tv_usec: 0)]
        for name in all { utimes("\(folder)/\(name)", &times) }
        let swept = try await stage.start(rule + ["--format", "json"]).end()
        #expect(swept.status == 0, "\(swept.conversation)")
        #expect(try await stage.figure("details.mirrored_files_removed", of: swept) == "1")
        #expect(Set(stage.files(below: folder)) == all.subtracting([gone]))
        #expect(try await stage.run("backup", "verify", second).status == 0)
    }
}
