import Testing
import YAML

@Suite struct YAMLReaderTests {
    private func text(_ node: YAMLNode?) -> String? {
        if case .text(let text, _)? = node { text } else { nil }
    }

    @Test func `maps, lists and texts are read with their lines`() throws {
        let root = try YAMLReader.read(
            "a: 1\nb: [x, 'y # z', ~]\nc: {d: null, e: \"n\\u00fcll\"}\nf: |\n  two\n  lines\n")
        #expect(text(root["a"]) == "1")
        #expect(
            root["b"]
                == .list([.text("x", line: 2), .text("y # z", line: 2), .nothing(line: 2)]))
        #expect(root["c"]?["d"] == .nothing(line: 3) && text(root["c"]?["e"]) == "nüll")
        #expect(text(root["f"]) == "two\nlines\n")
        #expect(try YAMLReader.read("") == .nothing(line: 1))
        #expect(text(try YAMLReader.read("---\na: 1\n---\na: 2\n")["a"]) == "1")
        #expect(text(try YAMLReader.read("\u{FEFF}a: 1\r\nb: 2\r\n")["b"]) == "2")
    }

    @Test func `of what is taken in, the map's own names count, and then the first of several`() throws {
        let root = try YAMLReader.read(
            "x: &a {k: 1, l: 2}\ny: {<<: *a, l: 3}\nz: {<<: [*a, {l: 9, m: 4}]}\nw: {k: 1, k: 2}\n")
        #expect(text(root["y"]?["k"]) == "1" && text(root["y"]?["l"]) == "3")
        #expect(text(root["z"]?["l"]) == "2" && text(root["z"]?["m"]) == "4")
        #expect(text(root["w"]?["k"]) == "2")
    }

    @Test(
        arguments: [
            ("a: b: c", 1), ("a: 1\nb: [", 3), ("a: \"x", 1), ("\ta: 1", 1), ("? [k]\n: v", 1), ("a: &x [*x]", 1),
            ("a: *none", 1), ("a\nservices:\n", 2), ("a: \u{1}", 1),
        ])
    func `what is no YAML has a line and a reason`(bad: String, line: Int) {
        #expect {
            _ = try YAMLReader.read(bad)
        } throws: { error in
            guard let trouble = error as? YAMLTrouble else { return false }
            return trouble.line == line && !trouble.reason.isEmpty
        }
    }

    @Test func `aliases of aliases end`() throws {
        let text = (1...30).reduce("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n") { text, number in
            text + "a\(number): &a\(number) [" + (0..<10).map { _ in "*a\(number - 1)" }.joined(separator: ", ") + "]\n"
        }
        #expect(throws: YAMLTrouble.self) { try YAMLReader.read(text) }
    }
}
