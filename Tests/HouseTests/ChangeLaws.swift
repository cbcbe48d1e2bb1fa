import Testing

/// Changes: who may make them, and who knows whether they are only rehearsed.
@Suite struct ChangeLaws {
    private static let runner = "Sources/Operations/Kernel/Runner"

    /// Where else a condition looks at it, and why.
    private static let conditions: [String: String] = [
        "Sources/Commands/Shared/OperationRun.swift": "makes the mode of the flag, for the Runner",
        "Sources/Commands/Shared/Hooks/RunHooks.swift": "metrics tell of changes alone",
        "Sources/Presentation/Shared/Report+Presentable.swift": "says \"would have\"",
        "Sources/Presentation/Tootctl/Report+Tootctl.swift": "says \"(DRY RUN)\"",
        "Sources/Presentation/Prune/SeriesReport+Presentable.swift": "says \"would go\"",
    ]

    @Test func `whether a run is a dry run appears in no condition outside the Runner`() {
        let others = SourceFile.sources.filter { !$0.path.hasPrefix(Self.runner) }
        let found = others.flatMap { file in decisions(in: file).map { (path: file.path, line: $0) } }
        let strangers = found.filter { Self.conditions[$0.path] == nil }
        #expect(strangers.map { "\($0.path):\($0.line)" } == [])
        #expect(
            Set(Self.conditions.keys).subtracting(found.map(\.path)) == [], "an exception nobody needs any more")
        let own = SourceFile.sources.filter { $0.path.hasPrefix(Self.runner) }
        #expect(!own.flatMap(decisions).isEmpty, "the Runner decides by another word now, which this law is to know")
    }

    @Test func `only the Runner opens for writing`() {
        let calls = places(/\.forWriting\(/, in: SourceFile.sources, words: ["forWriting("])
        #expect(!calls.isEmpty, "the Runner opens by another name now, which this law is to know")
        #expect(calls.filter { !$0.hasPrefix(Self.runner) } == [])
        // Assembly makes the site that the Runner asks for; nobody else makes one, or turns one into the other.
        let made = places(
            /\b(Site|Database|Objects)<ReadWrite>(\(|\.init\()/, in: SourceFile.sources, words: ["<ReadWrite>"])
        #expect(made.filter { !$0.hasPrefix("Sources/Assembly/") && !$0.hasPrefix("Sources/Stores/") } == [])
    }

    /// Numbers of the lines in which a condition, a switch or a choice looks at the mode of a run.
    private func decisions(in file: SourceFile) -> [Int] {
        guard file.text.holds("dryRun") || file.text.holds(".apply") else { return [] }
        // A simple boundary is one at a dot, too.
        let mentions = /\b(dryRun|isDryRun)\b|([!=]= |case )\.(dryRun|apply)\b/.wordBoundaryKind(.simple)
        let names = /\b(var|let|case) dryRun\b|[(, ]dryRun:/.wordBoundaryKind(.simple)
        let lines = file.codeLines
        return lines.indices.filter { index in
            let text = lines[index].text
            guard
                let mention = text.firstMatch(of: mentions)?.range,
                text.firstMatch(of: names)?.range.overlaps(mention) != true
            else { return false }
            let before = lines[max(0, index - 5)..<index].map(\.text).joined(separator: "\n")
            let behind = index + 1 < lines.count ? lines[index + 1].text : ""
            return text[mention].hasPrefix("case") || isCondition("\(before)\n\(text[..<mention.lowerBound])")
                || isChoice("\(text[mention.lowerBound...]) \(behind)")
        }.map { lines[$0].number }
    }

    /// Whether what begins behind the last bracket is still the condition of something.
    private func isCondition(_ text: String) -> Bool {
        let open = text.split(omittingEmptySubsequences: false) { "{};".contains($0) }.last ?? ""
        return open.firstMatch(of: /\b(if|guard|while|switch|where)\b/.wordBoundaryKind(.simple)) != nil
    }

    /// Whether it goes on as `… ? this : that`.
    private func isChoice(_ text: String) -> Bool { text.firstMatch(of: /^[^,;{}:]*\s\?\s/) != nil }

    @Test(arguments: [
        ("if options.dryRun {", true), ("guard !plan.dryRun else {", true), ("if a,\n    b.dryRun {", true),
        ("let word = report.dryRun ? 1 : 2", true), ("switch mode {\ncase .dryRun:", true),
        ("if mode == .apply {", true),
        ("var dryRun = false", false), ("Report(name, dryRun: mode == .dryRun)", false),
        ("if a { b }\nx.dryRun = true", false), ("// if dryRun {", false), ("case name, dryRun, lane", false),
        ("enum RunMode { case dryRun, apply }", false), ("if a == .applying {", false),
    ])
    func `a decision is told from a mention`(text: String, isOne: Bool) {
        #expect(!decisions(in: SourceFile(path: "", text: text)).isEmpty == isOne, "\(text)")
    }
}
