import Glibc
import Postgres
import Support
import Testing

/// Whatever lies in the media root or is written in a row, nothing outside is touched.
@Suite(.enabled(if: TestServers.areInstalled))
struct FilesystemSafetyTests {
    @Test func `a directory that is a link is not followed`() async throws {
        let stage = try await Stage.pictures(30, on: .filesystem)
        let outside = "\(stage.instance.folder)/outside"
        let linked = "\(stage.instance.mediaRoot)/cache"
        #expect(rename(linked, outside) == 0 && symlink(outside, linked) == 0)
        let before = stage.files(below: outside)

        for words in [["media", "remove"], ["media", "remove-orphans", "--min-age", "0s"]] {
            let run = try await stage.start(words + ["--format", "json"]).end()
            #expect(stage.files(below: outside) == before)
            guard words.count == 2 else { continue }
            #expect(run.status == 1, "\(run.conversation)")
            #expect(try await stage.figure("failures.0.item", of: run)?.hasPrefix("cache/media_attachments/") == true)
        }
    }

    @Test func `names that lead out of their folder are refused and reported, odd ones are deleted`() async throws {
        let stage = try await Stage.pictures(30, on: .filesystem)
        let ids = try await stage.texts(
            "select id::text from media_attachments where remote_url <> '' order by id limit 4")
        let names = [
            "../../../../../../../../../outside.jpg", "original/../../x.jpg", "/etc/passwd", "two\nlines\r.jpg",
        ]
        for (id, name) in zip(ids, names) {
            try await stage.execute(
                "update media_attachments set file_file_name = \(name) where id = \(Int64(id) ?? 0)")
        }
        let odd = try await stage.namedOriginals(where: "item.id = \(Int64(ids[3]) ?? 0)").first ?? ""
        stage.write("odd", to: odd)
        stage.write("outside", to: "../outside.jpg")

        let run = try await stage.run("media", "remove", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await stage.figure("failed", of: run) == "3")
        #expect(stage.has("../outside.jpg"))
        #expect(!stage.has(odd))
        let left = try await stage.texts(
            "select file_file_name from media_attachments where remote_url <> '' and file_file_name <> '' order by id")
        #expect(left == Array(names.prefix(3)))
    }

    @Test func `a file that is gone before its deletion is no failure`() async throws {
        let stage = try await Stage.pictures(40, on: .filesystem)
        let keys = try await stage.namedOriginals(where: "item.remote_url <> ''").sorted()
        try await stage.execute("delete from media_attachments where remote_url <> ''")
        // The plan is whole before the second piece of it is due.
        let running = try stage.start(["media", "remove-orphans", "--min-age", "0s", "--rate", "4"])
        try await untilTrue("the first files are gone") { !keys.allSatisfy { stage.has($0) } }
        for key in keys { stage.remove(key) }
        let run = await running.end()
        #expect(run.status == 0, "\(run.conversation)")
        #expect(stage.files(below: "\(stage.instance.mediaRoot)/cache/media_attachments").isEmpty)

        let cached = try await Stage.pictures(20, on: .filesystem)
        for key in try await cached.namedOriginals(where: "item.remote_url <> ''") { cached.remove(key) }
        #expect(try await cached.run("media", "remove").status == 0)
    }

    @Test(.enabled(if: getuid() == 0))
    func `without the right to delete, each file is reported and kept in the journal`()
        async throws
    {
        var stage = try await Stage.pictures(20, on: .filesystem)
        stage.environment["MASTOCTL_STATE_DIR"] = "\(stage.instance.folder)/shared-state"
        mkdir("\(stage.instance.folder)/shared-state", 0o777)
        chmod("\(stage.instance.folder)/shared-state", 0o777)
        let before = try await stage.objects()
        let denied = try await stage.run("media", "remove", "--format", "json", user: "nobody")
        #expect(denied.status == 1, "\(denied.conversation)")
        #expect(try await stage.figure("failures.0.reason", of: denied) == "permission denied")
        #expect(try await stage.objects() == before)
        #expect(!stage.journals.isEmpty)

        // Another user's journal could name anything: root does not obey it.
        let foreign = try await stage.run("media", "remove", "--format", "json")
        #expect(try await stage.figure("recovered", of: foreign) == "0", "\(foreign.conversation)")
        #expect(try await stage.objects() == before)

        for journal in stage.journals {
            chown(journal, 0, 0)
            chown(String(journal[..<(journal.lastIndex(of: "/") ?? journal.endIndex)]), 0, 0)
        }
        let run = try await stage.run("media", "remove", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("recovered", of: run) != "0")
        #expect(stage.files(below: "\(stage.instance.mediaRoot)/cache/media_attachments").isEmpty)
    }

    @Test func `a media root that is not there changes nothing`() async throws {
        let stage = try await Stage.pictures(20, on: .filesystem)
        let before = try await stage.snapshot()
        let run = try await stage.with(["PAPERCLIP_ROOT_PATH": "/nonexistent/media"]).run("media", "remove")
        #expect(run.status == 66, "\(run.conversation)")
        #expect(try await stage.snapshot() == before)
    }
}
