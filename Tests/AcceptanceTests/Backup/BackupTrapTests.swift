import Glibc
import Postgres
import Processes
import S3
import Support
import Testing

/// What goes wrong under a backup: each is told, and no such run is listed as a backup.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupTrapTests {
    /// Root reads everything, so that somebody else has to.
    @Test(.enabled(if: geteuid() == 0, "a file that cannot be read needs a second user"))
    func `a file of the media that cannot be read makes no backup`() async throws {
        let place = try await BackupStage.ready()
        let stage = place.stage
        let account = try #require(try Account.unprivileged())
        let given = try await Invocation("/bin/chown", ["-R", account.name, stage.instance.folder]).run()
        #expect(given.status == 0)
        let key = try #require(
            stage.files(below: stage.instance.mediaRoot).filter { !$0.hasPrefix("cache/") }.sorted().first)
        let path = "\(stage.instance.mediaRoot)/\(key)"
        chown(path, 0, 0)
        chmod(path, 0o600)
        let run = try await stage.run("backup", "create", "--parts", "media,secrets", user: account.name)
        #expect(run.status == 74 && run.conversation.contains(key), "\(run.status) \(run.conversation)")
        try await place.expectNone()
        chmod(path, 0o644)
        let next = try await stage.run("backup", "create", "--parts", "media,secrets", user: account.name)
        #expect(next.status == 0, "\(next.conversation)")
    }

    /// Trap: restic's `latest` is anybody's.
    @Test func `what others have in the same repository is not this server's`() async throws {
        let place = try await BackupStage.ready()
        let own = try await place.create("--parts", "secrets")
        let other = BackupStage(stage: place.stage.with(["LOCAL_DOMAIN": "other.example"]))
        let its = try await other.create("--parts", "secrets")
        // And one that is no server's, newer than all.
        let restic = Invocation(
            try Executable.require("restic", of: "restic"),
            ["backup", "--tag", "mastoctl", "\(place.state)/backup.toml"],
            environment: [
                "RESTIC_REPOSITORY": place.repository, "RESTIC_PASSWORD_FILE": "\(place.state)/backup.password",
                "HOME": place.stage.instance.folder,
            ])
        let saved = try await restic.run()
        #expect(saved.status == 0, "\(saved.complaints)")
        #expect(try await place.states() == [own: "whole"])
        #expect(try await other.states() == [its: "whole"])
        for (stage, id) in [(place.stage, own), (other.stage, its)] {
            let shown = try await stage.run("backup", "show", "latest", "--format", "json")
            #expect(try await stage.figure("manifest.id", of: shown) == id)
        }
        let newer = try await other.create("--parts", "secrets")
        let pruned = try await other.stage.run(
            "backup", "prune", "--keep-last", "1", "--keep-daily", "0", "--keep-weekly", "0", "--keep-monthly", "0",
            "--yes")
        #expect(pruned.status == 0, "\(pruned.conversation)")
        #expect(try await other.states() == [newer: "whole"])
        #expect(try await place.states() == [own: "whole"])
        let left = try await Invocation(
            restic.executable, ["snapshots", "--path", "\(place.state)/backup.toml"], environment: restic.environment
        ).run()
        #expect(left.text.contains("1 snapshots"), "\(left.text)")
    }
}

/// Troubles of a bucket while its media are mirrored.
@Suite(.enabled(if: TestServers.hasS3 && Program.isBuilt && BackupStage.areInstalled)) struct BackupBucketTrapTests {
    @Test func `what passes is met, and what stays makes no backup`() async throws {
        let ready = try await BackupStage.ready(on: .bucket)
        let proxy = FaultProxy(upstream: try await SharedS3.port())
        let place = BackupStage(
            stage: ready.stage.with(["S3_ENDPOINT": "http://127.0.0.1:\(proxy.port)"]))
        let path = "\(place.state)/backup.toml"
        let folder = "\(place.stage.instance.folder)/mirror"
        TextFile.write("\(TextFile.read(path) ?? "")media_mirror = \"fs:\(folder)\"\n", to: path)
        chmod(path, 0o600)
        let slowDown = "<Error><Code>SlowDown</Code><Message>reduce your rate</Message></Error>"
        let isReading = { @Sendable (request: FaultProxy.Request) in
            request.method == "GET" && !request.target.contains("list-type")
        }
        let isListing = { @Sendable (request: FaultProxy.Request) in request.target.contains("list-type") }
        proxy.fail(.answer(503, body: slowDown), times: 2, when: isReading)
        proxy.fail(.cut(afterBytes: 200), times: 2, when: isReading)
        proxy.fail(.slow(bytesPerSecond: 20_000), times: 2, when: isReading)
        proxy.fail(.answer(503, body: slowDown), times: 1, when: isListing)
        let id = try await place.create("--parts", "media,secrets")
        #expect(try await place.states() == [id: "whole"])
        let copies = place.stage.files(below: folder).filter { !$0.contains(".mastoctl-") }
        let objects = try await place.stage.objects()
        #expect(!copies.isEmpty)
        for key in copies {
            #expect(TextFile.bytes("\(folder)/\(key)").map { Int64($0.count) } == objects[key], "\(key)")
        }

        // The same again where it does not pass: half of a file is never taken for one.
        _ = try await Invocation("/bin/rm", ["-rf", folder]).run()
        for trouble: FaultProxy.Trouble in [.answer(503, body: slowDown), .cut(afterBytes: 200)] {
            proxy.reset()
            proxy.fail(trouble, times: .max, when: isReading)
            let run = try await place.stage.run("backup", "create", "--parts", "media,secrets")
            #expect([69, 74].contains(run.status), "\(trouble): \(run.status) \(run.conversation)")
            #expect(try await place.states().filter { $0.value == "whole" }.map(\.key) == [id])
            for key in place.stage.files(below: folder) where !key.contains(".mastoctl-") {
                #expect(TextFile.bytes("\(folder)/\(key)").map { Int64($0.count) } == objects[key], "\(key)")
            }
        }
        proxy.reset()
        _ = try await place.create("--parts", "media,secrets")
    }
}
