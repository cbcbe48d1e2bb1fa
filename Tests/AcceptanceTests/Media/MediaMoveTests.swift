import Glibc
import Model
import S3
import Stores
import Support
import Testing

@Suite(.enabled(if: TestServers.hasS3 && Program.isBuilt)) struct MediaMoveTests {
    @Test func `files move from a folder into a bucket, and leave the folder when both are the same`() async throws {
        let place = try await MoveStage(try await Stage.pictures(60, on: .filesystem))
        let before = try await place.stage.objects()
        let dry = try await place.run("media", "move", "--to", "s3:cold", "--dry-run", "--format", "json")
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await place.stage.figure("changed", of: dry) == "\(before.count)")
        #expect(try await place.stage.figure("bytes", of: dry) == "\(before.values.reduce(0, +))")
        #expect(try await place.copies() == [:])

        let part = try await place.run("media", "move", "--to", "s3:cold", "--only", "avatars", "--only", "cached")
        #expect(part.status == 0, "\(part.conversation)")
        #expect(
            try await Set(place.copies().keys)
                == Set(before.keys.filter { $0.hasPrefix("cache/") || $0.hasPrefix("accounts/avatars/") }))
        let moved = try await place.run("media", "move", "--to", "s3:cold", "--format", "json")
        #expect(moved.status == 0, "\(moved.conversation)")
        #expect(try await place.copies() == before)
        #expect(try await place.differences() == [])
        #expect(moved.answer.contains("S3_BUCKET=\(place.bucket.bucket)"))
        #expect(!moved.answer.contains(place.bucket.secretKey) && !moved.conversation.contains(place.bucket.secretKey))
        let again = try await place.run("media", "move", "--to", "s3:cold", "--format", "json")
        #expect(try await place.stage.figure("changed", of: again) == "0")
        let inUse = try await place.run("media", "move", "--to", "s3:cold", "--remove-source", "--yes")
        #expect(inUse.status != 0 && inUse.conversation.contains("still stores"), "\(inUse.conversation)")

        // What is stored between the move and the restart, and a copy that came to harm.
        let root = place.stage.instance.mediaRoot
        place.stage.make(directory: "accounts/avatars/000/000/009/original")
        place.stage.write("late", to: "accounts/avatars/000/000/009/original/late.png")
        let client = S3Client(place.bucket)
        let harmed = try #require(before.first { $0.value > 0 })
        try await client.put(harmed.key, [UInt8](repeating: 7, count: Int(harmed.value)))
        client.close()
        let all = try await place.stage.objects()
        let later = place.switched()
        let late = try await later.run("media", "move", "--from", "fs:\(root)", "--format", "json")
        #expect(try await place.stage.figure("changed", of: late) == "1", "\(late.conversation)")
        #expect(try await place.differences() == [harmed.key])
        let contents = all.keys.reduce(into: [:]) { $0[$1] = TextFile.bytes("\(root)/\($1)") }
        let removed = try await later.run(
            "media", "move", "--from", "fs:\(root)", "--remove-source", "--yes", "--format", "json")
        #expect(removed.status == 0, "\(removed.conversation)")
        #expect(try await place.stage.figure("changed", of: removed) == "\(all.count)")
        #expect(try await place.stage.figure("details.files_copied", of: removed) == "1")
        #expect(try await place.stage.objects() == [:])
        #expect(try await place.copies() == all)
        let reader = S3Client(place.bucket)
        #expect(try await reader.get(harmed.key) == contents[harmed.key])
        reader.close()
        let verified = try await later.run("media", "verify")
        #expect(verified.status == 0, "\(verified.answer)\(verified.conversation)")
    }

    @Test func `media are served as the server has them served`() async throws {
        let place = try await MoveStage(try await Stage.make())
        // A link is no file, and is left where it is and told.
        let run = try await place.run("media", "move", "--to", "s3:cold", "--format", "json")
        let links = try await place.stage.objects().filter { $0.value < 0 }.map(\.key)
        #expect(run.status == (links.isEmpty ? 0 : 1), "\(run.conversation)")
        for link in links { #expect(run.answer.contains(link)) }
        let copies = try await place.copies()
        #expect(copies == (try await place.stage.objects()).filter { $0.value >= 0 && ObjectKey($0.key).isSafe })
        let client = S3Client(place.bucket)
        defer { client.close() }
        var seen: Set<Bool> = []
        for key in copies.keys where (try? StoredPath(ObjectKey(key))) != nil {
            let headers = try #require(try await client.headers(of: key))
            #expect(headers.cacheControl == "public, max-age=315576000, immutable", "\(key)")
            if key.hasSuffix(".png") { #expect(headers.contentType == "image/png", "\(key)") }
            let isPublic = try await client.grants(of: key)?.contains { $0.group.hasSuffix("AllUsers") }
            #expect(isPublic == !key.hasPrefix("backups/"), "\(key)")
            seen.insert(key.hasPrefix("backups/"))
        }
        #expect(seen == [true, false])
    }

    @Test func `files move out of a bucket, and from bucket to bucket without coming here`() async throws {
        let stage = try await Stage.pictures(30, on: .bucket)
        let port = try await SharedS3.port()
        let proxy = FaultProxy(upstream: port)
        let near = try await MoveStage(
            stage.with(["S3_ENDPOINT": "http://127.0.0.1:\(proxy.port)"]), through: proxy.port)
        let before = try await stage.objects()
        let moved = try await near.run("media", "move", "--to", "s3:cold")
        #expect(moved.status == 0, "\(moved.conversation)")
        #expect(try await near.copies() == before)
        let copies = proxy.requests.filter { $0.method == "PUT" }
        #expect(copies.count >= before.count)
        #expect(copies.allSatisfy { $0.head.lowercased().contains("x-amz-copy-source") && $0.body.isEmpty })

        let folder = "\(stage.instance.folder)/moved"
        let out = try await near.run("media", "move", "--to", "fs:\(folder)")
        #expect(out.status == 0, "\(out.conversation)")
        #expect(Set(stage.files(below: folder)) == Set(before.keys))
        let client = S3Client(near.bucket)
        defer { client.close() }
        for key in before.keys { #expect(try await client.get(key) == TextFile.bytes("\(folder)/\(key)"), "\(key)") }
    }

    @Test func `a move to nowhere, or to where the files are, is refused`() async throws {
        let place = try await MoveStage(try await Stage.pictures(1, on: .filesystem))
        let unknown = try await place.run("media", "move", "--to", "s3:warm")
        #expect(unknown.status == 78 && unknown.conversation.contains("[bucket.warm]"), "\(unknown.conversation)")
        let same = try await place.run("media", "move", "--to", "fs:\(place.stage.instance.mediaRoot)")
        #expect(same.status == 64, "\(same.conversation)")
        let gone = try await place.run("media", "move", "--from", "fs:/nowhere", "--to", "s3:cold")
        #expect(gone.status == 66, "\(gone.conversation)")
    }
}
