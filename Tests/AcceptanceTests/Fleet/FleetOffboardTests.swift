import Glibc
import Model
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct FleetOffboardTests {
    @Test func `a customer is handed over, the receipt is proven, and the day of erasing told`() async throws {
        let instance = try await TestInstance.make()
        let program = Program()
        program.folder.make(".config/mastoctl/shop.toml", content: "env_file = \"\(instance.environmentFile)\"\n")
        func offboard(_ words: String...) async throws -> Program.Ending {
            try await program.run(["fleet", "offboard", "shop", "--format", "json"] + words)
        }
        let folder = "\(program.folder.path)/given"
        let early = try await offboard()
        #expect(early.status == 66 && early.errors.contains("nothing of shop was handed over"), "\(early)")
        let unasked = try await offboard("--to", folder)
        #expect(unasked.status == 64 && access(folder, F_OK) != 0, "\(unasked)")
        let dry = try await offboard("--to", folder, "--dry-run")
        #expect(dry.status == 0 && access(folder, F_OK) != 0, "\(dry)")
        let given = try await offboard("--to", folder, "--yes", "--notice", "1", "--keep", "10")
        #expect(given.status == 0, "\(given)")
        let told = try #require(JSONValue(parsing: given.output))
        #expect(told["received_at"] == nil && told["erasable_at"] == nil, "\(told)")
        let digest = try #require(told["sha256"]?.string)
        let sum = try await Program([:], at: "/usr/bin/sha256sum").run(["\(folder)/handover.json"])
        #expect(sum.output.hasPrefix(digest + " "))

        // A copy that lacks a byte, one that is another, and one that is whole.
        let copy = "\(program.folder.path)/copy"
        let copied = try await Program([:], at: "/bin/cp").run(["-r", folder, copy])
        #expect(copied.status == 0)
        let cut = "\(copy)/database/toc.dat"
        #expect(truncate(cut, 100) == 0)
        let short = try await offboard("--copy", copy)
        #expect(short.status == 65 && short.errors.contains("toc.dat of the dump is not what"), "\(short)")
        let wrong = try await offboard("--receipt", String(repeating: "0", count: 64))
        #expect(wrong.status == 65 && wrong.errors.contains("sha256sum handover.json"), "\(wrong)")
        #expect(JSONValue(parsing: try await offboard().output)?["received_at"] == nil)
        let whole = try await Program([:], at: "/bin/cp").run(["\(folder)/database/toc.dat", cut])
        #expect(whole.status == 0)
        let proven = try await offboard("--copy", copy)
        let receipt = try #require(JSONValue(parsing: proven.output), "\(proven)")
        #expect(receipt["proof"]?.string == "copy")
        let received = try #require(receipt["received_at"]?.string.flatMap { UTCTime(parsing: $0) })
        let erasable = try #require(receipt["erasable_at"]?.string.flatMap { UTCTime(parsing: $0) })
        #expect(abs(erasable.seconds - received.seconds - 864_000) < 2)
        // What is proven stays as it was.
        let later = try await offboard("--receipt", digest.uppercased())
        #expect(JSONValue(parsing: later.output)?["received_at"] == receipt["received_at"], "\(later)")
        let text = try await program.run(["fleet", "offboard", "shop"])
        #expect(text.output.contains("may be erased") && text.output.contains("a copy was compared"), "\(text)")
    }
}
