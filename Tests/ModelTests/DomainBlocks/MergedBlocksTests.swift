import Model
import Testing

@Suite struct MergedBlocksTests {
    private func source(
        _ name: String, trust: Double = 1, most: BlockSeverity = .suspend, kind: BlockListSource.Kind = .blocks
    ) -> BlockListSource {
        BlockListSource(name: name, place: .file("/x"), kind: kind, trust: trust, maxSeverity: most)
    }

    /// Sources with their entries, merged.
    private func merge(
        _ merge: BlockMerge, _ lists: [(BlockListSource, [(String, BlockRule)])]
    ) -> MergedBlocks {
        var merged = MergedBlocks(merge)
        for (source, entries) in lists {
            merged.begin(source)
            for (domain, rule) in entries { merged.add(BlockEntry(domain, rule), of: source) }
        }
        merged.settle()
        return merged
    }

    private var lists: [(BlockListSource, [(String, BlockRule)])] {
        [
            (
                source("one"),
                [("a.example", BlockRule(severity: .suspend)), ("b.example", BlockRule(severity: .silence))]
            ),
            (
                source("two", trust: 2),
                [
                    ("a.example", BlockRule(severity: .silence, rejectMedia: true)),
                    ("c.example", BlockRule(severity: .suspend, publicComment: "spam")),
                ]
            ),
            (source("three"), [("a.example", BlockRule(severity: .noop, rejectReports: true))]),
        ]
    }

    @Test func `the strictest of all counts`() {
        let merged = merge(.max, lists)
        #expect(
            merged.entries["a.example"]?.rule
                == BlockRule(severity: .suspend, rejectMedia: true, rejectReports: true))
        #expect(merged.entries["a.example"]?.sources == ["one", "two", "three"])
        #expect(merged.entries["c.example"]?.rule.publicComment == "spam")
        #expect(merged.entries.count == 3)
    }

    @Test func `the mildest counts, and what then does nothing is left out`() {
        let merged = merge(.min, lists)
        #expect(merged.entries["a.example"] == nil)
        #expect(merged.entries["b.example"]?.rule.severity == .silence)
        #expect(merged.entries["c.example"]?.rule.severity == .suspend)
    }

    @Test func `a threshold takes what sources of enough weight ask for together`() {
        let two = merge(.threshold(.weight(2)), lists)
        #expect(two.entries["a.example"]?.rule == BlockRule(severity: .silence, rejectMedia: true))
        #expect(two.entries["b.example"] == nil)
        #expect(two.entries["c.example"]?.rule.severity == .suspend)
        let three = merge(.threshold(.share(0.75)), lists)
        #expect(three.entries["a.example"]?.rule.severity == .silence)
        #expect(three.entries["c.example"] == nil)
        #expect(merge(.threshold(.weight(5)), lists).entries.isEmpty)
    }

    @Test func `a source is capped, may be ignored, and counts once`() {
        let merged = merge(
            .threshold(.weight(2)),
            [
                (
                    source("capped", most: .silence),
                    [("a.example", BlockRule(severity: .suspend)), ("a.example", BlockRule(severity: .suspend))]
                ),
                (source("other"), [("a.example", BlockRule(severity: .suspend))]),
                (source("distrusted", trust: 0), [("a.example", BlockRule(severity: .suspend))]),
            ])
        #expect(merged.entries["a.example"]?.rule.severity == .silence)
        #expect(merged.entries["a.example"]?.sources == ["capped", "other"])
    }

    @Test func `a list of retractions takes back and adds nothing`() {
        let merged = merge(
            .max,
            [
                (source("one"), [("a.example", BlockRule())]),
                (source("sorry", kind: .retractions), [("a.example", BlockRule()), ("b.example", BlockRule())]),
            ])
        #expect(Set(merged.entries.keys) == ["a.example"])
        #expect(merged.retracted == ["a.example": ["sorry"], "b.example": ["sorry"]])
    }

    @Test func `shares of weights that do not add up exactly still reach the whole`() {
        let lists = (0..<10).map { (source("s\($0)", trust: 0.1), [("a.example", BlockRule(severity: .suspend))]) }
        #expect(merge(.threshold(.share(1)), lists).entries["a.example"]?.rule.severity == .suspend)
        #expect(merge(.threshold(.weight(1)), lists).entries["a.example"]?.rule.severity == .suspend)
    }
}
