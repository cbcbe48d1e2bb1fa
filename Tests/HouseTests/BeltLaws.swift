import Testing

/// What the types of transactions cannot say: which statements change something.
@Suite struct BeltLaws {
    private static var changing: Regex<Substring> {
        /(?i)\b(?:insert into|delete from|update (?:only )?[a-z_"\\]|for update|for no key update|for share|truncate|refresh materialized)/
    }

    @Test func `a function that takes any transaction changes nothing with it`() {
        var offenders: [String] = []
        for file in SourceFile.sources where file.path.hasPrefix("Sources/Stores/") {
            let text = file.text
            for match in text.matches(of: /Transaction<(?:some Access|ReadOnly|Mode)>/) {
                let body = Self.body(after: match.range.upperBound, in: text)
                guard let statement = body.firstMatch(of: Self.changing) else { continue }
                let name = text[..<match.range.lowerBound].split(separator: "\n").last { $0.contains("func ") } ?? ""
                offenders.append("\(file.path): \(name.trimmed): \(statement.output)")
            }
        }
        #expect(offenders == [])
    }

    @Test func `an entry of the journal is begun in one place`() {
        let places = SourceFile.sources.filter { file in
            file.path != "Sources/Stores/Journal/Journal.swift"
                && file.text.holds("journal.begin(")
                && file.codeLines.contains { $0.text.holds("journal.begin(") }
        }
        #expect(places.map(\.path) == ["Sources/Stores/Outbox/Site+Change.swift"])
    }

    /// What stands in the braces that come next, unless a declaration ends before them.
    private static func body(after start: String.Index, in text: String) -> Substring {
        guard let open = text[start...].firstIndex(of: "{") else { return "" }
        if text[start..<open].contains("\n\n") { return "" }
        var depth = 0
        var index = open
        while index < text.endIndex {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" {
                depth -= 1
                if depth == 0 { return text[open..<index] }
            }
            index = text.index(after: index)
        }
        return text[open...]
    }
}

extension Substring {
    fileprivate var trimmed: Substring { drop { $0 == " " } }
}
