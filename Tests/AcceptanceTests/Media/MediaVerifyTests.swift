import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct MediaVerifyTests {
    private func named(_ instance: TestInstance) async throws -> (cached: Int64, local: Int64) {
        let connection = try await instance.connect()
        let counts = try await connection.first(
            """
            select
                count(*) filter (where remote_url <> ''),
                count(*) filter (where remote_url = '')
            from media_attachments
            where file_file_name <> ''
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self)) }
        await connection.close()
        return try #require(counts)
    }

    @Test(arguments: TestServers.hasS3 ? [TestInstance.Storage.filesystem, .s3] : [.filesystem])
    func `missing files are told, and only rows of cached ones are cleared`(storage: TestInstance.Storage) async throws
    {
        let instance = try await TestInstance.make(storage: storage)
        let program = Program(for: instance)
        let before = try await named(instance)
        let words = ["media", "verify", "--kind", "attachment", "--format", "json"]
        let check = try await program.run(words)
        #expect(check.status == 1 && check.output.contains("\"problems\": 2"), "\(check)")
        #expect(check.output.contains("\"missing_attachment_cached\": 1"))
        #expect(check.output.contains("\"missing_attachment_local\": 1"))
        #expect(check.output.contains("\"kind\": \"attachment\"") && check.output.contains("\"dry_run\": true"))
        #expect(try await named(instance) == before)

        let fix = try await program.run(words + ["--fix"])
        #expect(fix.status == 1 && fix.output.contains("\"problems\": 1"), "\(fix)")
        #expect(fix.output.contains("\"changed\": 1"))
        let after = try await named(instance)
        #expect(after == (before.cached - 1, before.local))

        let again = try await program.run(words + ["--fix"])
        #expect(again.status == 1 && again.output.contains("\"changed\": 0"))
        #expect(try await named(instance) == after)
        try await instance.remove()
    }

    @Test func `a repair removes what is left of a file and tells kinds and domains apart`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let shell = Program(at: "/bin/sh")
        // Originals of cached pictures vanish; their smaller renditions stay.
        _ = try await shell.run([
            "-c", "find \"$1\"/cache/media_attachments/files -path '*/original/*' -name '[0-7]*' -delete", "sh",
            instance.mediaRoot,
        ])
        let elsewhere = try await program.run(["media", "verify", "--domain", "nowhere.example"])
        #expect(elsewhere.status == 0, "\(elsewhere)")
        let ids = try await program.run([
            "media", "verify", "--kind", "attachment", "--format", "ids", "--top", "100000",
        ])
        let missing = ids.output.split(separator: "\n").count
        #expect(ids.status == 1 && missing > 10)
        let fix = try await program.run(["media", "verify", "--kind", "attachment", "--fix", "--format", "json"])
        #expect(fix.output.contains("\"changed\": \(missing - 1)") && fix.output.contains("\"problems\": 1"), "\(fix)")
        // No smaller rendition was left behind as an orphan.
        let small = try await program.run(
            ["media", "remove-orphans", "--dry-run", "--min-age", "0", "--prefix", "cache/media_attachments", "-v"])
        let rests = small.errors.split(separator: "\n").filter { $0.contains("/small/") && !$0.contains("orphan") }
        let fresh = try await TestInstance.make()
        let control = try await Program(for: fresh).run(
            ["media", "remove-orphans", "--dry-run", "--min-age", "0", "--prefix", "cache/media_attachments", "-v"])
        #expect(rests.count <= control.errors.split(separator: "\n").filter { $0.contains("/small/") }.count)
        try await instance.remove()
        try await fresh.remove()
    }
}
