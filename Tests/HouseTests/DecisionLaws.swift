import Testing

/// The records of decisions in `docs/adr`.
@Suite struct DecisionLaws {
    private static let folder = "docs/adr"
    private static let records = SourceFile.all(below: folder, ending: ".md").filter { !$0.path.hasSuffix("README.md") }
    private static let index = SourceFile.read("\(SourceFile.repository)/\(folder)/README.md")

    private func givenNumber(_ record: SourceFile) -> Int? { Int(record.name.prefix { $0 != "-" }) }
    private func title(_ record: SourceFile) -> Substring {
        record.text.prefix { $0 != "\n" }.drop { $0 != " " }.dropFirst().drop { $0 != " " }.dropFirst()
    }

    @Test func `a record has a number, a date, a status, and says context, decision and consequence`() throws {
        #expect(Self.records.count > 15)
        for record in Self.records {
            let number = try #require(givenNumber(record), "\(record.path)")
            #expect(record.name.prefixMatch(of: /\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md/) != nil, "\(record.path)")
            let lines = record.lines.map(\.text)
            #expect(lines[0] == "# \(number). \(title(record))" && !title(record).isEmpty, "\(record.path)")
            let date = /\d{4}-\d\d-\d\d, (accepted|changed by \d+|superseded by \d+)/
            #expect(lines[1].isEmpty && lines[2].wholeMatch(of: date) != nil, "\(record.path): \(lines[2])")
            let sections = lines.filter { $0.hasPrefix("## ") }
            #expect(sections == ["## Context", "## Decision", "## Consequence"], "\(record.path)")
        }
    }

    @Test func `the index has every record under its title, and a word for every number without one`() throws {
        let rows = Self.index.matches(of: /\n\| (\d+) \| (?:\[(.+)\]\((.+)\)|(.+)) \|/)
        #expect(rows.compactMap { Int($0.1) } == Array(1...(rows.count)), "numbers in their order, none left out")
        for record in Self.records {
            let row = rows.first { Int($0.1) == givenNumber(record) }
            #expect(row?.2 == title(record) && row?.3 == record.name[...], "\(record.path)")
        }
        #expect(rows.count { $0.3 != nil } == Self.records.count)
    }

    @Test func `a record that another one names is there`() {
        let numbers = Set(Self.records.compactMap(givenNumber))
        for record in Self.records {
            for match in record.text.matches(of: /(?:changed|superseded) by (\d+)|\bADR (\d+)/) {
                let other = (match.1 ?? match.2).flatMap { Int($0) } ?? 0
                #expect(numbers.contains(other), "\(record.path) names \(other)")
            }
        }
    }
}
