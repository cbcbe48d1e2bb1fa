import Console
import Model
import Presentation
import Testing

@Suite struct MediaUsagePresentationTests {
    private var usage: MediaUsage {
        MediaUsage(objects: [
            ObjectUsage(object: "attachments", files: 1_200, bytes: 3_000_000, localBytes: 1_000_000),
            ObjectUsage(object: "preview_cards", files: 3, bytes: 30_000),
        ])
    }

    private let file = Terminal(isTerminal: false, width: nil, usesColour: false)
    private let person = Terminal(isTerminal: true, width: 100, usesColour: false)

    @Test func `a person sees sizes and bars, a file the sizes alone`() {
        let text = usage.text(for: person)
        #expect(text.contains("Attachments    1,200  3.00 MB  1.00 MB  ████████████████████████████████\n"))
        #expect(text.contains("Preview cards      3  30.0 kB           ▍\n"), "\(text)")
        #expect(!usage.text(for: file).contains("█"))
    }

    @Test func `programs get whole bytes`() throws {
        #expect(
            usage.table.tabSeparated
                == "object\tfiles\tbytes\tlocal_bytes\nattachments\t1200\t3000000\t1000000\npreview_cards\t3\t30000\t\n"
        )
        #expect(
            try JSONText.line(usage)
                == #"{"schema":"media.usage/1","objects":[{"object":"attachments","files":1200,"bytes":3000000,"local_bytes":1000000},{"object":"preview_cards","files":3,"bytes":30000}],"total_bytes":3030000,"local_bytes":1000000}"#
        )
    }

    @Test func `a breakdown tells what it left out, and names from elsewhere are made harmless`() throws {
        var ranking = UsageBreakdown.Ranking(top: 1)
        ranking.add(.init(name: "big\u{1B}[31m.example", files: 2, bytes: 20))
        ranking.add(.init(name: "small.example", files: 1, bytes: 5))
        ranking.cut()
        var usage = usage
        usage.breakdown = UsageBreakdown(by: .domain, ranking)
        let text = usage.text(for: file)
        #expect(text.contains("big.example") && text.contains("1 other") && !text.contains("\u{1B}"))
        #expect(usage.table.tabSeparated == "domain\tfiles\tbytes\nbig.example\t2\t20\n")
        #expect(
            try JSONText.line(usage).contains(
                #""breakdown":{"by":"domain","groups":[{"name":"big\u001b[31m.example","files":2,"bytes":20}],"other_groups":1,"other_files":1,"other_bytes":5}"#
            ))
    }

    @Test func `a location is its address for a person and all it is for a program`() throws {
        let location = MediaLocation(
            kind: .mediaFile, id: "7", style: "original", key: "a/b", url: "https://x.example/@a/1", account: "a",
            statusID: "1")
        #expect(location.text(for: file) == "https://x.example/@a/1\n")
        #expect(
            try JSONText.line(location)
                == #"{"schema":"media.lookup/1","kind":"attachment","id":"7","style":"original","key":"a/b","url":"https://x.example/@a/1","account":"a","status_id":"1"}"#
        )
    }
}
