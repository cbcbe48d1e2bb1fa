import Glibc
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DomainBlocksImportTests {
    private let list = """
        \u{FEFF}#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\r
        one.example,suspend,false,false,"a ""b"", c",true\r
        two.example,,true,false,,\r
        h*dden.example,suspend,false,false,,\r
        social4.example,suspend,false,false,,\r
        a.social5.example,silence,false,false,,\r
        """

    @Test func `a list is rehearsed, imported, and imported again without effect`() async throws {
        let stage = try await Stage.make()
        let path = stage.file("list.csv", list)
        let before = try await stage.snapshot()
        let words = [
            "domain-blocks", "import", path, "--severity", "noop", "--prefix", "May:", "--yes", "--format", "json",
        ]
        let dry = try await stage.start(words + ["--dry-run"]).end()
        #expect(try await stage.figure("changed", of: dry) == "2", "\(dry)")
        #expect(try await stage.snapshot() == before)
        let run = try await stage.start(words).end()
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.figure("changed", of: run) == "2", "\(run)")
        #expect(run.conversation.contains("line 4: the name is hidden: h*dden.example"))
        #expect(
            try await stage.blocks(where: "domain in ('one.example', 'two.example', 'social4.example')") == [
                "one.example 1 f f t a \"b\", c May:", "social4.example 0 f f f", "two.example 2 t f f May:",
            ])
        #expect(try await stage.figure("details.covered_by_a_parent", of: run) == "1", "\(run)")
        #expect(try await stage.waitingWork().count == 2)
        let after = try await stage.snapshot()
        let again = try await stage.start(words).end()
        #expect(again.status == 0, "\(again)")
        #expect(try await stage.figure("changed", of: again) == "0", "\(again)")
        #expect(try await stage.snapshot() == after)
        let over = try await stage.start(words + ["--overwrite", "--max-severity", "silence"]).end()
        #expect(over.status == 0, "\(over)")
        #expect(try await stage.blocks(where: "domain = 'one.example'").first?.hasPrefix("one.example 0") == true)
    }

    @Test func `each line with trouble is told with its number, and nothing is done unless it is wanted`() async throws
    {
        let stage = try await Stage.make()
        let path = stage.file(
            "bad.csv", "#domain,#severity\ngood.example,suspend\nbad domain,suspend\nx.example,boom\n")
        let before = try await stage.snapshot()
        let run = try await stage.consequences(of: "domain-blocks", "import", path, "--yes")
        #expect(run.status == 65, "\(run)")
        #expect(run.conversation.contains("line 3: no domain: bad domain"))
        #expect(run.conversation.contains("line 4: severity is 'boom' and not suspend, silence or noop"))
        #expect(try await stage.snapshot() == before)
        let skipping = try await stage.consequences(of: "domain-blocks", "import", path, "--yes", "--skip-bad")
        #expect(skipping.status == 0 && skipping.conversation.contains("line 4"), "\(skipping)")
        #expect(try await stage.blocks(where: "domain like '%good.example'").count == 1)
    }

    @Test func `an unreadable line is told as unreadable, and not as changed meanwhile`() async throws {
        let stage = try await Stage.make()
        let path = stage.file(
            "misspelt.csv",
            """
            #domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
            first.example,suspend,false,fale,"one",false
            second.example,suspend,false,false,two,false

            """)
        let words = ["domain-blocks", "import", path, "--yes"]
        let refused = try await stage.start(words).end()
        #expect(refused.status == 65, "\(refused)")
        #expect(refused.conversation.contains("1 line of \(path) cannot be understood"), "\(refused)")
        #expect(refused.conversation.contains("line 2: reject_reports is 'fale' and not true or false"), "\(refused)")
        let run = try await stage.start(words + ["--skip-bad"]).end()
        #expect(run.status == 0, "\(run)")
        #expect(
            run.answer.contains("left alone: 1\n  line 2: reject_reports is 'fale' and not true or false\n"), "\(run)")
        #expect(run.answer.contains("unreadable lines: 1"), "\(run)")
        #expect(!run.answer.contains("meanwhile"), "\(run)")
        let json = try await stage.start(words + ["--skip-bad", "--format", "json"]).end()
        #expect(try await stage.figure("details.unreadable_lines", of: json) == "1", "\(json)")
        #expect(try await stage.figure("skips.0.item", of: json) == "line 2", "\(json)")
    }

    @Test func `lists of other programs are imported, and stars before names told once`() async throws {
        let stage = try await Stage.make()
        let lists = [
            ("wildcards.txt", "*.wild.example\nplain.example\n*.wild2.example\n", 3),
            ("semicolons.csv", "domain;severity;public_comment\nalpha.example;suspend;x\n", 1),
            ("tabs.csv", "domain\tseverity\nbeta.example\tsuspend\n", 1),
            ("empty-rows.csv", "domain,severity\ngamma.example,suspend\n,\n,,\ndelta.example,suspend\n", 2),
            ("rapid.json", #"{"publishedAt":"","blocks":{"rapid.example":{"isBlocked":true,"reason":"r"}}}"#, 1),
            ("pleroma.exs", "config :pleroma, :mrf_simple,\n  reject: [{\"pleroma.example\", \"p\"}]\n", 1),
        ]
        for (name, text, count) in lists {
            let run = try await stage.consequences(
                of:
                    "domain-blocks", "import", stage.file(name, text), "--yes", "--format", "json")
            #expect(run.status == 0, "\(name): \(run)")
            #expect(try await stage.figure("changed", of: run) == "\(count)", "\(name): \(run)")
            let stars = run.conversation.split(separator: "\n").count { $0.contains("begin with a star") }
            #expect(stars == (name == "wildcards.txt" ? 1 : 0), "\(name): \(run)")
        }
        #expect(try await stage.number("select count(*) from domain_blocks where domain = 'wild.example'") == 1)
    }

    @Test(arguments: ["", "<html>\n<body>", "a,b\n1,2", "[{\"id\":1}]", "#domain,#severity\na.example,\"suspend\n"])
    func `what is no list changes nothing`(text: String) async throws {
        let stage = try await Stage.make()
        let before = try await stage.snapshot()
        let run = try await stage.consequences(
            of: "domain-blocks", "import", stage.file("list", text), "--yes", "--skip-bad")
        #expect(run.status == 65, "\(run)")
        #expect(try await stage.snapshot() == before)
        #expect(try await stage.consequences(of: "domain-blocks", "import", "/nowhere/list", "--yes").status == 66)
    }

    @Test func `a list that can be read once only is imported as well`() async throws {
        let stage = try await Stage.make()
        let pipe = "\(stage.instance.folder)/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let run = try stage.start(["domain-blocks", "import", pipe, "--yes", "--queue-limit", "5000", "-c", "1"])
        let text = (0..<3_000).map { "piped\($0).example\n" }.joined()
        await Task.detached {
            guard let file = fopen(pipe, "w") else { return }
            fputs(text, file)
            fclose(file)
        }.value
        let end = await run.end()
        #expect(end.status == 0, "\(end)")
        #expect(try await stage.number("select count(*) from domain_blocks where domain like 'piped%'") == 3_000)
        #expect(
            try await stage.number("select count(distinct created_at) from domain_blocks where domain like 'piped%'")
                == 3_000)
    }

    @Test func `an interrupted import goes on where it was`() async throws {
        let stage = try await Stage.make()
        let path = stage.file("long.txt", (0..<250).map { "d\($0).example\n" }.joined())
        let first = try await stage.consequences(of: "domain-blocks", "import", path, "--yes", "--limit", "120")
        #expect(first.status == 0, "\(first)")
        #expect(try await stage.number("select count(*) from domain_blocks where domain like 'd%.example'") == 120)
        let second = try await stage.consequences(of: "domain-blocks", "import", path, "--yes", "--format", "json")
        #expect(try await stage.figure("changed", of: second) == "130", "\(second)")
        #expect(try await stage.waitingWork().count == 250)
    }

    @Test func `a full queue that nobody works on is not filled further`() async throws {
        let stage = try await Stage.make()
        let path = stage.file("long.txt", (0..<250).map { "d\($0).example\n" }.joined())
        let run = try await stage.consequences(
            of:
                "domain-blocks", "import", path, "--yes", "--queue-limit", "150", "--concurrency", "1")
        #expect(run.status == 75, "\(run)")
        #expect(run.conversation.contains("nobody works on them"))
        #expect(try await stage.waitingWork().count == 100)
        #expect(try await stage.number("select count(*) from domain_blocks where domain like 'd%.example'") == 100)
    }

    @Test func `the own domain, one above it and one of everybody are left out of a list, and refused by name`()
        async throws
    {
        let stage = try await Stage.make()
        let own = stage.settings["LOCAL_DOMAIN"] ?? ""
        let parent = own.split(separator: ".").dropFirst().joined(separator: ".")
        let path = stage.file(
            "own.csv", "domain,severity\n\(own),suspend\n\(parent),suspend\ncom,suspend\nbad.example,silence\n")
        let run = try await stage.consequences(of: "domain-blocks", "import", path, "--yes", "--format", "json")
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.figure("changed", of: run) == "1", "\(run)")
        #expect(try await stage.figure("skipped", of: run) == "3", "\(run)")
        #expect(run.conversation.contains("line 2: \(own): it is this server's own domain; left out"), "\(run)")
        #expect(run.conversation.contains("line 3: \(parent): this server's own domain, \(own), is below it"), "\(run)")
        #expect(run.conversation.contains("line 4: com: it is no server's"), "\(run)")
        #expect(
            try await stage.number("select count(*) from domain_blocks where domain in (\(own), \(parent), 'com')") == 0
        )
        for domain in [own, parent, "com"] {
            let add = try await stage.consequences(of: "domain-blocks", "add", domain, "--yes")
            #expect(add.status == 65 && add.conversation.contains("--allow-domain \(domain)"), "\(add)")
        }
        let asked = try await stage.consequences(
            of:
                "domain-blocks", "import", path, "--yes", "--allow-domain", "COM", "--format", "json")
        #expect(try await stage.figure("changed", of: asked) == "1", "\(asked)")
        let added = try await stage.consequences(
            of:
                "domain-blocks", "add", parent, "--yes", "--no-wait", "--allow-domain", parent)
        #expect(added.status == 0, "\(added)")
    }
}
