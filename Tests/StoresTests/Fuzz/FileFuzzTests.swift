import Faults
import Glibc
import Model
import Support
import Testing

@testable import Stores

/// Inventories, plans and journals: no content ends the program, and nothing but a fault of theirs comes of bad ones.
@Suite struct FileFuzzTests {
    private let folder = TemporaryFolder()

    private func write(_ bytes: [UInt8]) -> String {
        let path = "\(folder.path)/file"
        guard let file = fopen(path, "w") else { return path }
        _ = fwrite(bytes, 1, bytes.count, file)
        fclose(file)
        return path
    }

    private static let inventoryWords = [
        "bucket,", "key", "path", "size", "last_modified", ",", "\"", "\n", "a/b.png", "%2F", "%", "+", "12", "-1",
        "1e9",
        "2026-11-20T10:11:12Z", "{\"Key\":\"a\"", ",\"Size\":1}", "[", "]", "{", "}", "null", "true", "isLatest",
        "\\u0041", "\r",
        "cache/", "9223372036854775808",
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `inventories made by chance are read or refused`(seed: UInt64) async throws {
        var chaos = Chaos(seed: seed)
        for _ in 0..<Rounds.of(3_000, atLeast: 200) {
            let inventory = Inventory(
                path: write(chaos.bytes(upTo: 200, of: Self.inventoryWords)), keyPrefix: seed == 1 ? "cache" : "")
            do {
                let summary = try inventory.check()
                var (objects, bytes) = (Int64(0), Int64(0))
                for try await page in inventory.pages() {
                    objects += Int64(page.count)
                    bytes = page.reduce(bytes) { $0 &+ $1.size }
                }
                #expect(summary.objects == objects && summary.bytes == bytes)
            } catch let fault as Fault {
                #expect(fault.kind == .badData, "\(fault.message)")
            }
        }
    }

    private func plan(_ count: Int) throws -> [UInt8] {
        let path = "\(folder.path)/plan"
        unlink(path)
        let header = PlanHeader(
            operation: "accounts suspend", parameters: .object([.init("text", "a \"b\"\n")]), instance: "peer.example",
            schemaVersion: "20260611150940", created: UTCTime(1_795_238_737), noun: "accounts")
        let writer = try PlanWriter(path: path, header)
        for number in 0..<count {
            try writer.add(
                PlanItem(
                    id: Int64(number), name: "user\(number)@b\u{fc}cher.example",
                    seen: .object([.init("suspended", false)]),
                    change: .string("]")))
        }
        try writer.finish()
        return Array(try #require(TextFile.read(path)).utf8)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a plan that was changed anywhere is refused`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let whole = try plan(5)
        for _ in 0..<Rounds.of(3_000, atLeast: 200) {
            var bytes = whole
            switch Int.random(in: 0..<3, using: &numbers) {
            case 0:
                let place = Int.random(in: bytes.indices, using: &numbers)
                bytes[place] ^= .random(in: 1...255, using: &numbers)
            case 1: bytes.removeLast(Int.random(in: 2...bytes.count, using: &numbers))
            default:
                bytes.insert(.random(in: 0...255, using: &numbers), at: .random(in: bytes.indices, using: &numbers))
            }
            let fault = #expect(throws: Fault.self) {
                let pages = try PlanFile(path: write(bytes)).pages(of: 2)
                while try pages.next() != nil {}
            }
            #expect(fault?.kind == .badData, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    private static let planWords = [
        "{\"schema\":\"plan/1\"", ",\"items\":[", "{\"name\":\"a\",\"seen\":{}}", "],\"count\":1,\"seal\":\"", "\"}",
        "\n", ",", "]", "\"",
        "\"id\":\"1\"", "null",
    ]

    @Test(arguments: [4, 5] as [UInt64]) func `plans made by chance are refused`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        for _ in 0..<Rounds.of(3_000, atLeast: 200) {
            let path = write(chaos.bytes(upTo: 200, of: Self.planWords))
            let fault = #expect(throws: Fault.self) { try PlanFile(path: path) }
            #expect(fault?.kind == .badData)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `lines of a journal are read as they were written, whatever files are called`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        let words = [" ", "\\", "\n", "\r\n", "\\n", "\\s", "a.png", "\u{301}", "é", "\u{0}", "+ 1", "- 1", ". 1"]
        for number in 0..<Rounds.of(10_000, atLeast: 500) {
            let texts = (0..<3).map { _ in chaos.text(upTo: 30, of: words) }
            let file = StoredFile(
                kind: AttachmentKind.allCases[number % AttachmentKind.allCases.count], id: Int64(number),
                fileName: texts[0],
                contentType: texts[1].isEmpty ? nil : texts[1], schemaVersion: number % 3, isLocal: number % 2 == 0,
                uploadName: texts[2].isEmpty ? nil : texts[2])
            let line = JournalLine.write(file)
            #expect(!line.utf8.contains(10))
            #expect(JournalLine.read(line[...]) == file, "\(line.debugDescription)")
            #expect(
                JournalEntry.unfinished(in: "+ 1\n\(line)\n. 1\n").map(\.debts.files) == [[file]],
                "\(line.debugDescription)")
        }
    }

    @Test(arguments: [4, 5, 6] as [UInt64])
    func `journals made by chance hold only what was ended and not marked done`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        let line = JournalLine.write(
            StoredFile(
                kind: .mediaFile, id: 1, fileName: "a.jpg", contentType: "image/jpeg", schemaVersion: 1, isLocal: false)
        )
        let words = ["+ ", "- ", ". ", "1", "2", "\n", line, "\(line)\n", "+ 1\n", ". 1\n", "- 1\n", "\u{301}", " "]
        for _ in 0..<Rounds.of(10_000, atLeast: 500) {
            let text = chaos.text(upTo: 300, of: words)
            let found = JournalEntry.unfinished(in: text).map(\.debts.files)
            #expect(found.count <= text.utf8.count { $0 == UInt8(ascii: ".") })
        }
    }

    @Test(arguments: ["+ 1\n. 1\n", "+ 1\n", "a b c d e f g\n", "\n", "- 1\n", "\\", " "])
    func `eight times the journal takes about eight times as long`(unit: String) {
        let ratio = growth(unit) { _ = JournalEntry.unfinished(in: $0).map(\.debts.files) }
        #expect(ratio < 24, "\(unit): \(ratio)")
    }
}
