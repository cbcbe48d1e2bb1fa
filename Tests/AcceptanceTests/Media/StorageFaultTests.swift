import Postgres
import Support
import Testing

/// A bucket that refuses, loses, or answers nonsense.
@Suite(.enabled(if: TestServers.hasS3))
struct StorageFaultTests {
    private struct Scene {
        let stage: Stage
        let proxy: FaultProxy
        /// Past the proxy.
        let endpoint: String

        init(_ count: Int = 40) async throws {
            let direct = try await Stage.pictures(count, on: .bucket)
            endpoint = direct.settings["S3_ENDPOINT"] ?? ""
            let port = endpoint.split(separator: ":").last.flatMap { Int($0) }
            proxy = FaultProxy(upstream: port)
            stage = direct.with(["S3_ENDPOINT": "http://127.0.0.1:\(proxy.port)"])
        }

        /// The keys of the row whose turn is next.
        func nextKeys() async throws -> Set<String> {
            let folder = try await stage.mediaFolders(
                where: """
                    item.id = (select min(id) from media_attachments where remote_url <> '' and file_file_name <> '')
                    """)
            return try await stage.objects().keys.inFolders(folder)
        }
    }

    private static func isDeletion(_ request: FaultProxy.Request) -> Bool {
        request.method == "POST" && request.target.contains("delete")
    }

    @Test func `troubles that pass are met by trying again`() async throws {
        let scene = try await Scene()
        let slowDown = "<Error><Code>SlowDown</Code><Message>reduce your rate</Message></Error>"
        let troubles: [FaultProxy.Trouble] = [
            .answer(503, body: slowDown), .answer(429), .answer(500), .answer(502), .refuse, .cut(afterBytes: 20),
            .answer(200, body: "<DeleteResult><Err"),
        ]
        for trouble in troubles {
            let keys = try await scene.nextKeys()
            scene.proxy.reset()
            scene.proxy.fail(trouble, times: 2, when: Self.isDeletion)
            let run = try await scene.stage.run("media", "remove", "--limit", "1")
            #expect(run.status == 0, "\(trouble): \(run.conversation)")
            #expect(try await Set(scene.stage.objects().keys).isDisjoint(with: keys), "\(trouble)")
        }
        #expect(scene.stage.journals.isEmpty)
    }

    @Test func `keys refused in an answer of 200 are reported, and the next run deletes them`() async throws {
        let scene = try await Scene()
        let keys = try await scene.nextKeys()
        let errors = keys.map { "<Error><Key>\($0)</Key><Code>AccessDenied</Code><Message>no</Message></Error>" }
        scene.proxy.fail(.answer(200, body: "<DeleteResult>\(errors.joined())</DeleteResult>"), when: Self.isDeletion)
        let run = try await scene.stage.run("media", "remove", "--limit", "1", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await scene.stage.figure("failed", of: run) == "\(keys.count)")
        for key in keys { #expect(run.answer.contains(key)) }
        #expect(try await keys.isSubset(of: scene.stage.objects().keys))

        let next = try await scene.stage.run("media", "remove", "--limit", "0", "--format", "json")
        #expect(next.status == 0, "\(next.conversation)")
        #expect(try await scene.stage.figure("recovered", of: next) != "0")
        #expect(try await Set(scene.stage.objects().keys).isDisjoint(with: keys))
        #expect(scene.stage.journals.isEmpty)
    }

    @Test func `a provider without DeleteObjects is asked key by key`() async throws {
        let scene = try await Scene()
        let error = "<Error><Code>NotImplemented</Code></Error>"
        scene.proxy.fail(.answer(501, body: error), times: .max, when: Self.isDeletion)
        let doomed = try await scene.stage.mediaFolders(where: "item.remote_url <> ''")
        let run = try await scene.stage.run("media", "remove")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await scene.stage.objects().keys.inFolders(doomed).isEmpty)
    }

    @Test func `a bucket that dies in the middle leaves a journal that the next run finishes`() async throws {
        let scene = try await Scene()
        scene.proxy.fail(.refuse, times: .max, when: Self.isDeletion)
        let run = try await scene.stage.run("media", "remove", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(!scene.stage.journals.isEmpty)
        scene.proxy.reset()
        let doomed = try await scene.stage.mediaFolders(where: "item.remote_url <> ''")
        let next = try await scene.stage.run("media", "remove")
        #expect(next.status == 0, "\(next.conversation)")
        #expect(try await scene.stage.objects().keys.inFolders(doomed).isEmpty)
        #expect(scene.stage.journals.isEmpty)
    }

    @Test func `storage that is dead, missing or denied before the start changes nothing`() async throws {
        let scene = try await Scene(10)
        let before = try await scene.stage.snapshot()
        scene.proxy.stop()
        let dead = try await scene.stage.run("media", "remove")
        #expect(dead.status == 69, "\(dead.conversation)")

        let direct = scene.endpoint
        let missing = try await scene.stage.with(["S3_ENDPOINT": direct, "S3_BUCKET": "nowhere"]).run("media", "remove")
        #expect(![0, 1, 70].contains(missing.status), "\(missing.conversation)")
        let denied = try await scene.stage.with(["S3_ENDPOINT": direct, "AWS_SECRET_ACCESS_KEY": "not-the-secret"])
            .run("media", "remove")
        #expect(denied.status == 77, "\(denied.conversation)")
        #expect(!denied.conversation.contains("not-the-secret"))
        #expect(try await scene.stage.snapshot() == before)
    }

    @Test func `a listing that breaks off is read again, or ends the run without a wrong deletion`() async throws {
        let scene = try await Scene()
        try await scene.stage.execute("delete from media_attachments where id % 2 = 0")
        let owned = try await scene.stage.namedOriginals()
        let isListing = { @Sendable (request: FaultProxy.Request) in request.target.contains("list-type") }
        let command = ["media", "remove-orphans", "--min-age", "0s"]
        scene.proxy.fail(.answer(200, body: "<ListBucketResult><Contents><Key>cac"), times: .max, when: isListing)
        let broken = try await scene.stage.start(command).end()
        #expect(![0, 70].contains(broken.status), "\(broken.conversation)")

        scene.proxy.reset()
        scene.proxy.fail(.cut(afterBytes: 700), times: 2, when: isListing)
        let run = try await scene.stage.start(command).end()
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await owned.isSubset(of: scene.stage.objects().keys))
        let left = try await scene.stage.objects().keys.filter {
            $0.contains("media_attachments/files/") && $0.contains("/original/")
        }
        #expect(Set(left) == owned)
    }
}
