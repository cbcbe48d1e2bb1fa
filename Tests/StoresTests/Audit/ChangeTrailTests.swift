import Faults
import Model
import Support
import Testing

@testable import Stores

@Suite struct ChangeTrailTests {
    private let folder = TemporaryFolder()

    private func entry(_ name: String) -> TrailEntry {
        TrailEntry(
            time: UTCTime(1_800_000_000), operation: name, lane: "direct", user: "root", items: [], changed: 1,
            failed: 0)
    }

    private func lines() throws -> [String] {
        let reader = try #require(try BackwardLines(path: "\(folder.path)/audit"))
        var lines: [String] = []
        while let line = try reader.next() { lines.insert(String(decoding: line, as: UTF8.self), at: 0) }
        return lines
    }

    @Test func `a record begins on its own line whatever was there`() throws {
        let torn = #"{"time":"2026-11-28T2"#
        folder.make("audit", content: entry("first").json.text + "\n" + torn)
        let trail = ChangeTrail<ReadWrite>(path: "\(folder.path)/audit")
        try trail.append(entry("second"))
        try trail.append(entry("third"))
        #expect(try lines() == [entry("first").json.text, torn, entry("second").json.text, entry("third").json.text])
    }

    @Test func `no line stands empty before, between or behind records`() throws {
        let trail = ChangeTrail<ReadWrite>(path: "\(folder.path)/audit")
        for name in ["first", "second"] { try trail.append(entry(name)) }
        #expect(try lines() == ["first", "second"].map { entry($0).json.text })
    }

    @Test func `a full disk is told`() throws {
        let fault = #expect(throws: Fault.self) { try ChangeTrail<ReadWrite>(path: "/dev/full").append(entry("first")) }
        #expect(fault?.kind == .inputOutput)
    }
}
