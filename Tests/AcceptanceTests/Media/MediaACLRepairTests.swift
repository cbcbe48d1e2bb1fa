import Glibc
import Model
import S3
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct MediaACLRepairTests {
    @Test(.enabled(if: TestServers.hasS3))
    func `objects that are served otherwise are found and set right, and no others are touched`() async throws {
        let stage = try await Stage.pictures(10, on: .bucket)
        let bucket = try #require(stage.bucket)
        let client = S3Client(bucket)
        defer { client.close() }
        let archive = "backups/dumps/000/000/001/original/archive.zip"
        try await client.put(archive, [1, 2, 3], contentType: "application/zip", cacheControl: Self.forEver)
        try await client.put("strange.bin", [1], acl: "private")
        let first = try await stage.run("media", "acl", "repair")
        #expect(first.status == 0, "\(first.conversation)")
        #expect(try await client.grants(of: archive)?.contains { $0.group.hasSuffix("AllUsers") } == false)

        let keys = try await stage.objects().keys.filter { $0.hasSuffix(".png") }.sorted().prefix(3)
        #expect(keys.count == 3)
        let bytes = try await client.get(keys[0]) ?? []
        try await client.put(keys[0], bytes, contentType: "image/png", cacheControl: Self.forEver, acl: "private")
        try await client.put(keys[1], bytes, cacheControl: Self.forEver)
        try await client.put(keys[2], bytes, contentType: "image/png")
        let dry = try await stage.run("media", "acl", "repair", "--dry-run", "--format", "json")
        #expect(dry.status == 1, "\(dry.conversation)")
        for flaw in ["access", "content_type", "cache_control"] {
            #expect(try await stage.figure("details.wrong_\(flaw)", of: dry) == "1", "\(flaw)")
        }
        let run = try await stage.run("media", "acl", "repair", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "3")
        for key in keys {
            #expect(
                try await client.headers(of: key) == S3Served(contentType: "image/png", cacheControl: Self.forEver))
            #expect(try await client.grants(of: key)?.contains { $0.group.hasSuffix("AllUsers") } == true)
            #expect(try await client.get(key) == bytes)
        }
        #expect(try await client.grants(of: "strange.bin")?.contains { $0.group.hasSuffix("AllUsers") } == false)
        let last = try await stage.run("media", "acl", "repair", "--prefix", "accounts/", "--format", "json")
        #expect(try await stage.figure("changed", of: last) == "0")
    }

    @Test func `files that others cannot read are found and made readable`() async throws {
        let stage = try await Stage.pictures(6, on: .filesystem)
        let key = try #require(try await stage.objects().keys.sorted().first)
        chmod("\(stage.instance.mediaRoot)/\(key)", 0o600)
        #expect(try await stage.run("media", "acl", "repair", "--dry-run").status == 1)
        #expect(try await stage.run("media", "acl", "repair").status == 0)
        #expect(TextFile.mode("\(stage.instance.mediaRoot)/\(key)") == 0o644)
    }

    private static let forEver = "public, max-age=315576000, immutable"
}
