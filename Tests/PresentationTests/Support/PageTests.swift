import Console
@testable import Presentation
import Testing

@Suite struct PageTests {
    @Test func `no text of others is markup in a chart or a table`() {
        let evil = "<script>alert(1)</script>\"' onload=\u{1B}[31m"
        let chart = BarChart(title: evil, bars: [.init(label: evil, value: .infinity, text: evil)]).markup
        let table = PageTable(head: [evil], rows: [[evil, evil]]).markup
        for page in [chart, table] {
            #expect(!page.contains("<script") && !page.contains("\u{1B}"), "\(page)")
            #expect(!page.contains("\"' onload"), "\(page)")
        }
    }

    @Test func `bars are as long as their values, and nothing is shorter than nothing`() {
        let chart = BarChart(
            title: "t",
            bars: [("a", 100.0), ("b", 50), ("c", 0), ("d", -5), ("e", .nan)].map {
                .init(label: $0, value: $1, text: "")
            })
        let lengths = chart.markup.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /class="bar" x="250" y="\d+" width="(\d+)"/).map { Int($0.1) }
        }
        #expect(lengths == [350, 175, 0, 0, 0])
    }
}
