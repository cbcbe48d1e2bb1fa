import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct QuarantineTests {
    private func number(_ name: String, in text: String) -> Int? {
        text.firstRange(of: "\"\(name)\": ").flatMap { Int(text[$0.upperBound...].prefix { $0.isNumber }) }
    }

    private let orphans = ["media", "remove-orphans", "--min-age", "0", "--format", "json"]

    @Test(arguments: TestServers.hasS3 ? [TestInstance.Storage.filesystem, .s3] : [.filesystem])
    func `orphans go to quarantine, stay there unseen, and come back`(storage: TestInstance.Storage) async throws {
        let instance = try await TestInstance.make(storage: storage)
        let program = Program(for: instance)
        let moved = try await program.run(orphans + ["--quarantine", "orphans/2026"])
        let count = try #require(number("changed", in: moved.output))
        #expect(moved.status == 0 && count > 0, "\(moved)")
        // Nothing below the prefix is an orphan again, with or without the option.
        #expect(number("changed", in: try await program.run(orphans).output) == 0)
        #expect(number("changed", in: try await program.run(orphans + ["--quarantine", "orphans/2026"]).output) == 0)

        let restore = ["media", "restore-quarantine", "orphans/2026/", "--format", "json"]
        let dry = try await program.run(restore + ["--dry-run"])
        #expect(dry.status == 0 && number("changed", in: dry.output) == count, "\(dry)")
        let one = try await program.run(restore + ["--limit", "1"])
        #expect(number("changed", in: one.output) == 1)
        let back = try await program.run(restore)
        #expect(back.status == 0 && number("changed", in: back.output) == count - 1, "\(back)")
        #expect(number("changed", in: try await program.run(orphans + ["--dry-run"]).output) == count)
        #expect(number("changed", in: try await program.run(restore).output) == 0)
        try await instance.remove()
    }

    @Test func `a place that is taken is a conflict, and the file stays in quarantine`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        _ = try await program.run(orphans + ["--quarantine", "q"])
        let shell = Program(at: "/bin/sh")
        let made = try await shell.run([
            "-c",
            "cd \"$1/q\" && f=$(find . -type f | sort | head -1) && mkdir -p \"../${f%/*}\" && echo new > \"../$f\" && echo \"$f\"",
            "sh", instance.mediaRoot,
        ])
        let key = made.output.dropFirst(2).dropLast()
        let back = try await program.run(["media", "restore-quarantine", "q", "--format", "json"])
        #expect(back.status == 1 && number("failed", in: back.output) == 1, "\(back)")
        #expect(back.output.contains("at its own key"))
        #expect(TextFile.read("\(instance.mediaRoot)/\(key)") == "new\n")
        #expect(TextFile.read("\(instance.mediaRoot)/q/\(key)") != nil)
        try await instance.remove()
    }

    @Test(arguments: ["cache", "cache/q", "accounts", "media_attachments/q", "../q", "/q"])
    func `a quarantine among the server's own files is refused`(prefix: String) async throws {
        let ending = try await Program().run(["media", "remove-orphans", "--quarantine", prefix])
        #expect(ending.status == 64, "\(ending)")
        #expect(try await Program().run(["media", "restore-quarantine", prefix]).status == 64)
    }

    @Test func `an inventory finds the same orphans as a walk, and one bad line stops it all`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let listing = "\(program.folder.path)/inventory.csv"
        let shell = Program(at: "/bin/sh")
        let script = #"""
            cd "$1" && { echo key,size,last_modified
            find . ! -type d ! -name '*"*' -printf '"%P",%s,2020-01-01T00:00:00Z\n'; } > "$2"
            """#
        _ = try await shell.run(["-c", script, "sh", instance.mediaRoot, listing])
        let walked = try await program.run(orphans + ["--dry-run"])
        let listed = try await program.run(orphans + ["--dry-run", "--listing", listing])
        #expect(listed.status == 0, "\(listed)")
        #expect(number("changed", in: listed.output) == number("changed", in: walked.output))
        #expect(number("bytes", in: listed.output) == number("bytes", in: walked.output))
        // The inventory says that all is old; the files themselves say that they are not.
        let young = try await program.run(
            ["media", "remove-orphans", "--listing", listing, "--min-age", "3650d", "--format", "json"])
        #expect(young.status == 0 && number("changed", in: young.output) == 0, "\(young)")

        let text = try #require(TextFile.read(listing))
        TextFile.write(text + "nonsense\n", to: listing)
        let bad = try await program.run(orphans + ["--listing", listing])
        #expect(bad.status == 65 && bad.errors.contains("line \(text.split(separator: "\n").count + 1) "), "\(bad)")
        #expect(
            number("changed", in: try await program.run(orphans + ["--dry-run"]).output)
                == number("changed", in: walked.output))

        TextFile.write(text, to: listing)
        let done = try await program.run(orphans + ["--listing", listing])
        #expect(number("changed", in: done.output) == number("changed", in: walked.output))
        #expect(number("changed", in: try await program.run(orphans + ["--listing", listing]).output) == 0)
        try await instance.remove()
    }
}
