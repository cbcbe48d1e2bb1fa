import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct MediaUsageTests {
    private func number(_ name: String, in text: some StringProtocol) -> Int64? {
        text.firstRange(of: "\"\(name)\": ").flatMap { Int64(text[$0.upperBound...].prefix { $0.isNumber }) }
    }

    private func sums(_ field: String, _ text: String) -> Int64 {
        text.split(separator: "\n").compactMap { number(field, in: $0) }.reduce(0, +)
    }

    private func columns(_ instance: TestInstance) async throws -> (
        media: Int64, people: Int64, emoji: Int64, all: Int64
    ) {
        let connection = try await instance.connect()
        let sums = try await connection.first(
            """
            select
                (select sum(coalesce(file_file_size, 0) + coalesce(thumbnail_file_size, 0))::bigint from media_attachments),
                (select sum(coalesce(avatar_file_size, 0) + coalesce(header_file_size, 0))::bigint from accounts),
                (select coalesce(sum(image_file_size), 0)::bigint from custom_emojis),
                (select coalesce(sum(image_file_size), 0)::bigint from preview_cards)
                    + (select coalesce(sum(dump_file_size), 0)::bigint from backups)
                    + (select coalesce(sum(file_file_size), 0)::bigint from site_uploads)
            """
        ) {
            (
                try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self), try $0.value(2, as: Int64.self),
                try $0.value(3, as: Int64.self)
            )
        }
        await connection.close()
        let (media, people, emoji, others) = try #require(sums)
        return (media, people, emoji, media + people + emoji + others)
    }

    @Test func `the sums are those of the columns, however they are told apart`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let expected = try await columns(instance)
        let plain = try await program.run(["media", "usage", "--format", "json"])
        #expect(plain.status == 0 && plain.errors.isEmpty, "\(plain)")
        #expect(number("total_bytes", in: plain.output) == expected.all && expected.all > 0)
        for (property, total) in [
            ("domain", expected.media + expected.people + expected.emoji),
            ("account", expected.media + expected.people),
            ("type", expected.media), ("age", expected.media),
        ] {
            let words = ["media", "usage", "--by", property, "--top", "3"]
            let lines = try await program.run(words + ["--format", "json"])
            let part = try #require(lines.output.firstRange(of: "\"breakdown\"")).lowerBound
            let breakdown = String(lines.output[part...])
            #expect(sums("bytes", breakdown) + sums("other_bytes", breakdown) == total, "\(property): \(breakdown)")
            let ids = try await program.run(words + ["--format", "ids"])
            #expect(ids.status == 0 && !ids.output.isEmpty)
            if property == "domain" || property == "account" {
                #expect(ids.output.split(separator: "\n").count == 3)
            }
        }
        let text = try await program.run(["media", "usage", "--by", "domain"])
        #expect(text.output.contains("Preview cards") && text.output.contains("sandbox.example"))
        try await instance.remove()
    }

    @Test(arguments: TestServers.hasS3 ? [TestInstance.Storage.filesystem, .s3] : [.filesystem])
    func `an inventory counts what is really there`(storage: TestInstance.Storage) async throws {
        let instance = try await TestInstance.make(storage: storage)
        let program = Program(for: instance)
        let ending = try await program.run(["media", "usage", "--inventory", "--format", "json"])
        #expect(ending.status == 0, "\(ending)")
        let start = try #require(ending.output.firstRange(of: "\"inventory\"")).lowerBound
        let inventory = ending.output[start...]
        let dry = try await program.run(
            ["media", "remove-orphans", "--dry-run", "--min-age", "0", "--format", "json"])
        let orphans = try #require(inventory.firstRange(of: "\"orphans\"")).lowerBound
        #expect(number("files", in: inventory[orphans...]) == number("changed", in: dry.output))
        #expect(number("bytes", in: inventory[orphans...]) == number("bytes", in: dry.output))
        #expect(number("files", in: inventory) == number("visited", in: dry.output))
        #expect(inventory.contains("\"small\"") && inventory.contains("\"media_attachments/files\""))
        let styles = try await program.run(["media", "usage", "--by", "style", "--format", "ids"])
        #expect(styles.output.contains("media_attachments/files small\n"))
        let text = try await program.run(["media", "usage", "--inventory"])
        #expect(text.output.contains("unrecognised"))
        try await instance.remove()
    }
}
