import Glibc
import Support
import Testing

@testable import Stores

@Suite struct BackwardLinesTests {
    private let folder = TemporaryFolder()

    private func lines(_ text: String) throws -> [String] {
        folder.make("file", content: text)
        let reader = try #require(try BackwardLines(path: "\(folder.path)/file"))
        var lines: [String] = []
        while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    @Test(arguments: ["", "\n", "a\n", "a", "a\nb\n", "a\nb", "\n\na\n\nb\n", "a\n\n"])
    func `lines come from the last to the first`(text: String) throws {
        var expected = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if expected.last == "" { expected.removeLast() }
        let found = try lines(text)
        #expect(found.filter { !$0.isEmpty } == expected.reversed().filter { !$0.isEmpty })
    }

    @Test func `lines longer than a block stay whole`() throws {
        let long = String(repeating: "x", count: 200_000)
        #expect(try lines("first\n\(long)\nlast\n") == ["last", long, "first"])
        let many = (0..<50_000).map { "line \($0)" }
        #expect(try lines(many.joined(separator: "\n") + "\n") == many.reversed())
    }

    @Test func `a file that is not there has no lines`() throws {
        #expect(try BackwardLines(path: "\(folder.path)/none") == nil)
    }
}
