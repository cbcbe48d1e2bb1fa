import Glibc
import Model
import Stores
import Support
import Testing

/// Pages, looked at in a browser: nothing on the console, no request to anywhere, a name for whatever needs one, texts that
/// can be read by day and by night.
@Suite(.enabled(if: Browser.isInstalled && Program.isBuilt)) struct ReadablePagesTests {
    private static let golden = GoldenFolder.named("pages")

    private func expectSound(_ path: String, _ scheme: String, _ browser: Browser) async throws -> BrowserPage {
        let page = try await BrowserPage.open(path, scheme: scheme, in: browser)
        #expect(try await page.nameless() == [])
        let faint = try await page.faint()
        #expect(faint == [], "\(scheme), \(path)")
        #expect(page.noises(of: path) == [])
        return page
    }

    /// The bundle of a case that stays as it is.
    private func bundle(in folder: TemporaryFolder) throws -> String {
        let names = ["doctor", "instance", "postgres", "queues", "storage"].map { "\($0).json" }
        let parts = names.map { BundlePart($0, "", Array((TextFile.read("\(Self.golden)/case/\($0)") ?? "").utf8)) }
        let list = parts.map { part in
            JSONValue.object([.init("name", .string(part.name)), .init("sha256", .string(part.digest))])
        }
        let manifest = JSONValue.object([
            .init("schema", "support.bundle/1"), .init("domain", "harbour.example"), .init("release", "4.6.5"),
            .init("made_by", "mastoctl"), .init("parts", .array(list)),
        ])
        let path = "\(folder.path)/case.tar.zst"
        try BundleFile.write(
            parts + [BundlePart(BundleFile.manifest, "", Array(manifest.text.utf8))], to: path, at: UTCTime(0))
        return path
    }

    @Test(arguments: ["light", "dark"])
    func `the page of a case looks as it did, by day and by night`(scheme: String) async throws {
        let program = Program()
        let shown = try await program.run(["support", "show", bundle(in: program.folder), "--format", "html"])
        #expect(shown.status == 0, "\(shown)")
        program.folder.make("case.html", content: shown.output)
        let browser = try Browser()
        let page = try await expectSound("\(program.folder.path)/case.html", scheme, browser)
        let golden = "\(Self.golden)/case-\(scheme).base64"
        let picture = try await page.picture()
        if getenv("RECORD_GOLDEN") != nil { TextFile.write(picture + "\n", to: golden) }
        let known = (TextFile.read(golden) ?? "").filter { !$0.isNewline }
        // A font's edges are drawn a little otherwise from one version to the next.
        let distance = try await page.distance(known, picture)
        #expect(distance < 0.12, "the page differs from \(golden); RECORD_GOLDEN=1 takes it as it is")
        await browser.close()
    }

    @Test func `what is wrong with a page is seen`() async throws {
        let folder = TemporaryFolder()
        folder.make(
            "odd.html",
            content: """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>odd</title></head>
                <body><h1></h1><p style="color: #bbb; background: #fff">grey on white</p>
                <img src="https://elsewhere.example/picture.png"><script>console.log("hello")</script></body></html>
                """)
        let path = "\(folder.path)/odd.html"
        let browser = try Browser()
        let page = try await BrowserPage.open(path, in: browser)
        #expect(try await page.nameless().contains("heading"))
        #expect(try await page.faint() == ["grey on white"])
        let noises = page.noises(of: path)
        #expect(noises.contains("asks for https://elsewhere.example/picture.png"), "\(noises)")
        #expect(noises.contains { $0.contains("hello") }, "\(noises)")
        await browser.close()
    }

    @Test(.enabled(if: TestServers.areInstalled))
    func `every page of a living server can be read by everybody`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let name = try await instance.plainUser()
        let bundle = "\(program.folder.path)/bundle.tar.zst"
        let made = try await program.run(["support", "bundle", "--output", bundle])
        #expect(made.status == 0, "\(made)")
        let browser = try Browser()
        let profile = "env_file = \"\(instance.environmentFile)\"\n"
        program.folder.make(".config/mastoctl/shop.toml", content: profile)
        let fleet = Program(["HOME": program.folder.path])
        var pages: [String] = []
        for (line, runner) in [
            ("doctor", program), ("support show \(bundle)", program), ("instance report --month 2026-10", program),
            ("fleet report all --month 2026-10", fleet),
        ] {
            let run = try await runner.run(line.split(separator: " ").map(String.init) + ["--format", "html"])
            try #require(run.output.hasPrefix("<!DOCTYPE html>"), "\(line): \(run)")
            pages.append("\(program.folder.path)/\(pages.count).html")
            program.folder.make("\(pages.count - 1).html", content: run.output)
        }
        let told = try await program.run([
            "accounts", "dossier", name, "--legal", "--out", "\(program.folder.path)/dossier", "--yes",
        ])
        #expect(told.status == 0, "\(told)")
        pages.append("\(program.folder.path)/dossier.html")
        for page in pages {
            for scheme in ["light", "dark"] { _ = try await expectSound(page, scheme, browser) }
        }
        await browser.close()
        withExtendedLifetime(instance) {}
    }
}
