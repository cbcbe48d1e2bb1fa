import Glibc
import Model
import S3
import Support
import Testing

/// Moves that are killed, and buckets that refuse: no file is ever in neither of the two storages.
@Suite(.enabled(if: TestServers.hasS3 && Program.isBuilt), .serialized) struct MoveFaultTests {
    private static let kills = Rounds.of(100, atLeast: 10)

    @Test func `a move that is killed loses nothing, and the next one finishes`() async throws {
        let place = try await MoveStage(try await Stage.pictures(240, on: .filesystem))
        let stage = place.stage
        let root = stage.instance.mediaRoot
        let before = try await stage.objects()
        let contents = before.keys.reduce(into: [:]) { $0[$1] = TextFile.bytes("\(root)/\($1)") }
        let later = place.switched()
        let words = ["media", "move", "--from", "fs:\(root)", "--remove-source", "--yes"]
        let look = try await later.start(words + ["--dry-run"]).end()
        #expect(look.status == 0, "\(look.conversation)")
        var killed = 0
        for _ in 0..<Self.kills {
            // Some are killed while they copy, others while they remove.
            let running = try later.start(words + ["--rate", "200"])
            try await Task.sleep(for: .seconds(Double.random(in: 0.5...2) * look.seconds))
            running.send(SIGKILL)
            if await running.end().status == 137 { killed += 1 }
            let (here, there) = (try await stage.objects(), try await place.copies())
            let nowhere = before.filter { here[$0.key] != $0.value && there[$0.key] != $0.value }
            #expect(nowhere.isEmpty, "in neither storage")
            #expect(there.allSatisfy { before[$0.key] == $0.value }, "a copy that is not whole")
        }
        #expect(killed > 0)
        let last = try await later.start(words).end()
        #expect(last.status == 0, "\(last.conversation)")
        #expect(try await place.copies() == before)
        #expect(try await stage.objects() == [:])
        let client = S3Client(place.bucket)
        defer { client.close() }
        for key in before.keys { #expect(try await client.get(key) == contents[key], "\(key)") }
    }

    @Test func `a move into a folder that is killed leaves no half file, and the next one finishes`() async throws {
        let place = try await MoveStage(try await Stage.pictures(120, on: .bucket))
        let stage = place.stage
        let folder = "\(stage.instance.folder)/moved"
        let before = try await stage.objects()
        let words = ["media", "move", "--to", "fs:\(folder)"]
        let whole = try await place.start(words + ["--dry-run"]).end()
        for _ in 0..<Self.kills {
            let running = try place.start(words)
            try await Task.sleep(for: .seconds(Double.random(in: 0.2...1.5) * whole.seconds))
            running.send(SIGKILL)
            _ = await running.end()
            for key in stage.files(below: folder) where !key.contains("/.mastoctl-draft-") {
                #expect(before[key] == TextFile.bytes("\(folder)/\(key)").map { Int64($0.count) }, "\(key)")
            }
        }
        let last = try await place.start(words).end()
        #expect(last.status == 0, "\(last.conversation)")
        #expect(Set(stage.files(below: folder)) == Set(before.keys))
        #expect(try await stage.objects() == before)
    }

    @Test func `troubles of a bucket that pass are met, and others leave the files for the next run`() async throws {
        let proxy = FaultProxy(upstream: try await SharedS3.port())
        let place = try await MoveStage(try await Stage.pictures(12, on: .filesystem), through: proxy.port)
        let before = try await place.stage.objects()
        let slowDown = "<Error><Code>SlowDown</Code><Message>reduce your rate</Message></Error>"
        let isStoring = { @Sendable (request: FaultProxy.Request) in request.method == "PUT" }
        for trouble: FaultProxy.Trouble in [.answer(503, body: slowDown), .refuse, .cut(afterBytes: 9), .answer(500)] {
            proxy.fail(trouble, times: 2, when: isStoring)
            let run = try await place.run("media", "move", "--to", "s3:cold", "--limit", "2")
            #expect(run.status == 0, "\(trouble): \(run.conversation)")
        }
        let some = try await place.copies()
        #expect(some.count >= 8 && some.allSatisfy { before[$0.key] == $0.value })

        let denied = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>"
        proxy.fail(.answer(403, body: denied), times: .max, when: isStoring)
        let refused = try await place.run("media", "move", "--to", "s3:cold", "--format", "json")
        #expect(refused.status == 1, "\(refused.conversation)")
        #expect(try await place.stage.figure("failed", of: refused) == "\(before.count - some.count)")
        #expect(!refused.answer.contains("S3_BUCKET="), "nobody is told to switch")
        #expect(try await place.stage.objects() == before)
        proxy.reset()
        // A service that stores other bytes than it was sent.
        proxy.fail(.answer(200), times: 1, when: isStoring)
        let unlike = try await place.run("media", "move", "--to", "s3:cold", "--format", "json")
        #expect(try await place.stage.figure("failed", of: unlike) == "1", "\(unlike.conversation)")
        proxy.reset()
        let last = try await place.run("media", "move", "--to", "s3:cold")
        #expect(last.status == 0, "\(last.conversation)")
        #expect(try await place.copies() == before)
        #expect(try await place.differences() == [])
    }
}
