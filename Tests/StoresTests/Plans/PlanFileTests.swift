import Faults
import Glibc
import Model
import Support
import Testing

@testable import Stores

@Suite struct PlanFileTests {
    private let folder = TemporaryFolder()
    private var path: String { "\(folder.path)/plan.json" }
    private let header = PlanHeader(
        operation: "accounts suspend", parameters: .object([.init("text", "so \"it\" goes\n")]),
        instance: "peer.example", schemaVersion: "20260611150940", created: UTCTime(1_795_238_737), noun: "accounts")

    private func item(_ number: Int) -> PlanItem {
        PlanItem(
            id: number == 0 ? nil : Int64(number), name: "user\(number)@b\u{fc}cher.example",
            seen: .object([.init("suspended", false)]), change: number % 2 == 0 ? .null : .string("x"))
    }

    private func write(_ count: Int) throws {
        let writer = try PlanWriter(path: path, header)
        for number in 0..<count { try writer.add(item(number)) }
        try writer.finish()
    }

    private func file(_ name: String, _ content: String) -> String {
        folder.make(name, content: content)
        return "\(folder.path)/\(name)"
    }

    private func text() throws -> String { try #require(TextFile.read(path)) }

    private func kind(_ path: String) -> Fault.Kind? {
        do {
            _ = try PlanFile(path: path)
            return nil
        } catch {
            return (error as? Fault)?.kind
        }
    }

    @Test(arguments: [0, 1, 2, 7, 1_000]) func `a plan is read as it was written`(count: Int) throws {
        try write(count)
        let plan = try PlanFile(path: path)
        #expect(plan.header == header)
        #expect(plan.count == count)
        for size in [1, 3, 1_000] {
            let pages = try plan.pages(of: size)
            var items: [PlanItem] = []
            while let page = try pages.next() {
                #expect((1...size).contains(page.count))
                items += page
            }
            #expect(items == (0..<count).map(item))
        }
    }

    @Test(arguments: [0, 1, 5]) func `a plan is one JSON value and its owner's alone`(count: Int) throws {
        try write(count)
        let text = try #require(TextFile.read(path))
        let json = try #require(JSONValue(parsing: text))
        #expect(json["schema"]?.string == "plan/1")
        #expect(json["items"]?.array?.count == count)
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func `no file is ever replaced, and none is left behind half written`() throws {
        try write(1)
        let before = TextFile.read(path)
        #expect(throws: Fault.self) { try PlanWriter(path: path, header) }
        #expect(TextFile.read(path) == before)
        unlink(path)
        do {
            let writer = try PlanWriter(path: path, header)
            try writer.add(item(1))
        }
        #expect(TextFile.read(path) == nil)
    }

    @Test func `a plan cut off anywhere is refused`() throws {
        try write(3)
        let text = try #require(TextFile.read(path))
        let bytes = Array(text.utf8)
        for end in Rounds.some(of: Array(0..<bytes.count - 1), atLeast: 20) {
            let cut = file("cut.json", String(decoding: bytes[..<end], as: UTF8.self))
            #expect(kind(cut) == .badData, "cut off at \(end)")
        }
    }

    @Test func `a plan with any byte changed is refused`() throws {
        try write(3)
        let bytes = Array(try text().utf8)
        let places = bytes.indices.filter { bytes[$0] < 0x7f && bytes[$0] != 10 }
        for position in Rounds.some(of: places, atLeast: 20) {
            var other = bytes
            other[position] = other[position] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
            let changed = file("changed.json", String(decoding: other, as: UTF8.self))
            #expect(kind(changed) == .badData, "changed at \(position)")
        }
        let more = file("more.json", String(decoding: bytes, as: UTF8.self) + "{}\n")
        #expect(kind(more) == .badData)
    }

    @Test func `a plan of a later form is told from a plan that was spoilt`() throws {
        try write(1)
        let text = try text().replacing("plan/1", with: "plan/2")
        let later = file("later.json", text)
        do {
            _ = try PlanFile(path: later)
            Issue.record("it was read")
        } catch let fault as Fault {
            #expect(fault.kind == .badData && fault.message.contains("plan/2"))
        }
        #expect(kind(file("none.json", "{}\n")) == .badData)
        #expect(kind("\(folder.path)/nowhere.json") == .noSuch)
    }

    @Test func `a plan changed while it is read ends the reading`() throws {
        try write(5)
        let plan = try PlanFile(path: path)
        let text = try text().replacing("user4@", with: "user9@")
        unlink(path)
        folder.make("plan.json", content: text)
        let pages = try plan.pages(of: 2)
        #expect(throws: Fault.self) { while try pages.next() != nil {} }
    }
}
