import Glibc
import Model
import Postgres
import Redis
import Sandbox
import Processes
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct EmojiTests {
    /// One pixel; a PNG and a GIF.
    private static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
        8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0xCF,
        0xC0, 0xF0, 0x1F, 0, 5, 0, 1, 0xFF, 0x89, 0x99, 0x3D, 0x1D, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42,
        0x60, 0x82,
    ]
    private static let gif: [UInt8] = [
        0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x21, 0xF9, 4, 1, 0, 0,
        0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ]

    /// An archive of files below a folder of the instance's.
    private func archive(_ files: [(String, [UInt8])], on stage: Stage) async throws -> String {
        let folder = "\(stage.instance.folder)/emoji\(UInt32.random(in: 0 ... .max))"
        mkdir(folder, 0o755)
        for (name, bytes) in files {
            let parts = name.split(separator: "/").dropLast()
            for count in parts.indices {
                mkdir("\(folder)/\(parts[...count].joined(separator: "/"))", 0o755)
            }
            let file = try #require(fopen("\(folder)/\(name)", "w"))
            fwrite(bytes, 1, bytes.count, file)
            fclose(file)
        }
        symlink("/etc/passwd", "\(folder)/link.png")
        let made = try await ChildProcess.run("/bin/tar", ["-czf", "\(folder).tar.gz", "-C", folder, "."])
        #expect(made.status == 0)
        return "\(folder).tar.gz"
    }

    @Test(arguments: Stage.Storage.available)
    func `pictures of an archive become emoji, and come out as they were`(storage: Stage.Storage) async throws {
        let stage = try await Stage.make(size: .empty, on: storage)
        let path = try await archive(
            [
                ("cat.png", Self.png), ("deep/dog.gif", Self.gif), ("bad-name.png", Self.png), ("._cat.png", Self.png),
                ("text.png", Array("no picture".utf8)), ("notes.txt", Array("x".utf8)), ("UPPER.PNG", Self.png),
                ("huge.png", Self.png + [UInt8](repeating: 0, count: 300_000)),
            ], on: stage)
        let before = try await stage.snapshot()
        let dry = try await stage.consequences(of: "emoji", "import", path, "--dry-run")
        #expect(try await stage.snapshot() == before, "\(dry.conversation)")
        try await stage.withRedis { _ = try await $0.command(["SET", "cache:emoji:cat", "x"]) }
        let run = try await stage.consequences(of: "emoji", "import", path, "--category", "animals", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "2")
        #expect(try await stage.figure("failed", of: run) == "3")
        let rows: Statement = """
            select concat_ws('|', shortcode, image_file_name, image_content_type, image_file_size,
                image_storage_schema_version, visible_in_picker, name, custom_emojis.domain is null)
            from custom_emojis
            left join custom_emoji_categories on custom_emoji_categories.id = category_id
            order by shortcode
            """
        #expect(
            try await stage.texts(rows) == [
                "cat|cat.png|image/png|\(Self.png.count)|1|t|animals|t",
                "dog|dog.gif|image/gif|\(Self.gif.count)|1|t|animals|t",
            ])
        let gained = try await stage.snapshot().gained(since: before)
        #expect(
            Set(gained.map { $0.split(separator: "/").suffix(2).joined(separator: "/") }) == [
                "original/cat.png", "static/cat.png", "original/dog.gif", "static/dog.png",
            ])
        #expect(gained.count == 4)
        #expect(try await stage.withRedis { try await $0.command(["EXISTS", "cache:emoji:cat"]).integer } == 0)

        let again = try await stage.consequences(of: "emoji", "import", path, "--format", "json")
        #expect(try await stage.figure("changed", of: again) == "0")
        let other = try await archive([("CAT.gif", Self.gif)], on: stage)
        let replaced = try await stage.consequences(
            of: "emoji", "import", other, "--overwrite", "--unlisted", "--format", "json")
        #expect(replaced.status == 0, "\(replaced.conversation)")
        #expect(try await stage.texts(rows).first == "cat|CAT.gif|image/gif|\(Self.gif.count)|1|f|t")
        let lost = try await stage.snapshot().lost(since: before).union(gained)
            .subtracting(try await stage.snapshot().objects.keys)
        #expect(Set(lost.compactMap { $0.split(separator: "/").last }) == ["cat.png"])

        let folder = stage.instance.folder
        let out = try await stage.consequences(of: "emoji", "export", folder)
        #expect(out.status == 0, "\(out.conversation)")
        let list = try await ChildProcess.run("/bin/tar", ["-tzf", "\(folder)/export.tar.gz"])
        #expect(list.output.split(separator: "\n").sorted() == ["cat.gif", "dog.gif"])
        #expect(try await stage.consequences(of: "emoji", "export", folder).status == 65)
        #expect(
            try await stage.consequences(of: "emoji", "export", folder, "--category", "none", "--overwrite").status
                == 66)
        let some = try await stage.consequences(of: "emoji", "export", folder, "--category", "animals", "--overwrite")
        #expect(some.status == 0, "\(some.conversation)")
        let told = try await stage.consequences(of: "emoji", "list", "--local", "--format", "ids")
        #expect(told.answer.split(separator: "\n").sorted() == ["cat", "dog"])
    }

    @Test func `what is no archive is told, and nothing is done`() async throws {
        let stage = try await Stage.make(size: .empty)
        TextFile.write("no archive", to: "\(stage.instance.folder)/x.tar.gz")
        #expect(try await stage.consequences(of: "emoji", "import", "\(stage.instance.folder)/x.tar.gz").status == 65)
        #expect(
            try await stage.consequences(of: "emoji", "import", "\(stage.instance.folder)/nothing.tar.gz").status == 66)
        #expect(try await stage.number("select count(*) from custom_emojis") == 0)
    }

    private func add(_ shortcode: String, _ domain: String?, _ id: Int64, on stage: Stage) async throws {
        try await stage.execute(
            """
            insert into custom_emojis (
                id, shortcode, domain, image_file_name, image_content_type, image_file_size,
                image_storage_schema_version, created_at, updated_at)
            values (\(id), \(shortcode), \(domain), 'e.png', 'image/png', 3, 1, now(), now())
            """)
        let base = "\(domain == nil ? "" : "cache/")custom_emojis/images/\(IDPartition.path(of: id))"
        for style in ["original", "static"] {
            stage.make(directory: "\(base)/\(style)")
            stage.write("png", to: "\(base)/\(style)/e.png")
        }
    }

    @Test(arguments: MastodonRelease.allCases)
    func `emoji of suspended servers and of named ones go, those of here only when asked`(
        release: MastodonRelease
    ) async throws {
        let stage = try await Stage.make(release, size: .empty)
        try await stage.execute(
            """
            insert into domain_blocks (domain, severity, created_at, updated_at)
            values ('evil.example', 1, now(), now()), ('calm.example', 0, now(), now())
            """)
        let all: [(String, String?)] = [
            ("a", nil), ("b", "evil.example"), ("c", "sub.evil.example"), ("d", "notevil.example"),
            ("e", "calm.example"), ("f", "deep.calm.example"),
        ]
        for (number, one) in all.enumerated() { try await add(one.0 + "_", one.1, Int64(number + 9_001), on: stage) }
        let left: Statement = "select shortcode::text from custom_emojis order by id"
        #expect(try await stage.consequences(of: "emoji", "purge", "--suspended-only", "--dry-run").status == 0)
        #expect(try await stage.texts(left).count == 6)
        let run = try await stage.consequences(of: "emoji", "purge", "--suspended-only")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.texts(left) == ["a_", "d_", "e_", "f_"])
        #expect(try await stage.consequences(of: "emoji", "purge", "--domain", "calm.example").status == 0)
        #expect(try await stage.texts(left) == ["a_", "d_"])
        #expect(try await stage.consequences(of: "emoji", "purge", "--remote-only").status == 0)
        #expect(try await stage.texts(left) == ["a_"])
        #expect(try await stage.objects().count == 2)
        #expect(try await stage.consequences(of: "emoji", "purge").status == 64)
        #expect(try await stage.texts(left) == ["a_"])
        #expect(try await stage.consequences(of: "emoji", "purge", "--yes").status == 0)
        #expect(try await stage.objects().isEmpty)
    }

    @Test(arguments: [nil, "license"]) func `emoji of others are copied with their pictures`(column: String?)
        async throws
    {
        let stage = try await Stage.make(size: .empty)
        if let column {
            try await stage.execute("alter table custom_emojis add column \(identifier: column) text")
        }
        try await add("cat", "far.example", 9_101, on: stage)
        try await add("dog", "far.example", 9_102, on: stage)
        try await add("dog", nil, 9_103, on: stage)
        try await add("odd-name", "far.example", 9_104, on: stage)
        if column != nil { try await stage.execute("update custom_emojis set license = 'CC0' where id = 9101") }
        let run = try await stage.consequences(
            of:
                "emoji", "copy", "--domain", "far.example", "--category", "far", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "1")
        #expect(
            try await stage.texts(
                """
                select shortcode || ' ' || name || ' ' || length(image_file_name)
                from custom_emojis join custom_emoji_categories on custom_emoji_categories.id = category_id
                """) == ["cat far 20"])
        if column != nil {
            #expect(try await stage.number("select count(*) from custom_emojis where license = 'CC0'") == 2)
        }
        #expect(try await stage.objects().keys.count { !$0.hasPrefix("cache/") } == 4)
    }

    @Test func `pictures that are missing are fetched from their own servers`() async throws {
        let server = ActorServer(content: Self.png) { $0.path == "/cat.png" ? 200 : 404 }
        var stage = try await Stage.make(size: .empty)
        stage.environment["MASTOCTL_CONNECT_TO"] = server.mapping
        for (number, name) in ["cat", "dog", "kept"].enumerated() {
            let id = Int64(9_201 + number)
            try await add(name, "far.example", id, on: stage)
            let address = "http://far.example/\(name).png"
            try await stage.execute("update custom_emojis set image_remote_url = \(address) where id = \(id)")
            if name != "kept" {
                stage.remove("cache/custom_emojis/images/\(IDPartition.path(of: id))/original/e.png")
            }
        }
        let dry = try await stage.consequences(of: "emoji", "refresh", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: dry) == "2")
        #expect(server.requests.isEmpty)
        let run = try await stage.consequences(of: "emoji", "refresh", "--format", "json")
        #expect(run.status == 1, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "1")
        #expect(server.requests.count == 2)
        #expect(
            try await stage.texts(
                "select image_file_size || ' ' || length(image_file_name) from custom_emojis where shortcode = 'cat'")
                == ["\(Self.png.count) 20"])
        let objects = try await stage.objects().keys.filter { $0.contains(IDPartition.path(of: 9_201)) }
        #expect(objects.count == 2)
    }
}
