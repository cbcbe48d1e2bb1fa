import Model
import Support
import Testing

/// The readers of block lists: no input ends the program, and twice the input takes twice the time.
@Suite struct BlockListFuzzTests {
    /// Parts a list may be made of, each with what stands before them.
    private static let lists: [(head: String, part: String)] = [
        ("", "a.example\n"), ("#domain,#severity\n", "a.example,suspend\n"), ("[", "\"a.example\","),
        ("[", "{\"domain\":\"a.example\",\"severity\":\"silence\"},\n"), ("{\"items\":[", "\"a.example\","),
        ("#domain\n", "\""), ("#domain\n", ","), ("", "\n"), ("", " "), ("[", "["), ("{", "{\"a\":"), ("[", "\\"),
        ("#domain\n", "é"), ("#domain\n", "#,\""),
        // Blanks before a letter, and then what a reader has to look back for.
        ("#domain\n", String(repeating: " ", count: 30_000) + "a" + String(repeating: "\"", count: 30_000) + "\n"),
        ("#domain\n", String(repeating: " ", count: 30_000) + "#" + String(repeating: ",", count: 30_000) + "\n"),
        ("#domain\n", String(repeating: "e\u{301}", count: 10_000) + "\n"),
        ("domain;severity\n", ";"), ("# a comment\n", "# and more\n"), ("reject: [", "{\"a.example\", \"why\"},\n"),
        ("reject: [", "\""), ("import Config\n", ":mrf_simple "),
        ("{\"blocks\":{", "\"a.example\":{\"isBlocked\":true},"),
        ("", "{\"domain\":\"a.example\"}\n"), ("{\"reject\":[", "\"a.example\","),
        ("#domain,#public_comment\n", "a.example,\"" + String(repeating: "\u{301}", count: 20_000) + "\"\n"),
    ]

    private static let words = [
        "#domain", "domain", "severity", ";", ",", "\t", "|", "\"", "\n", "\r\n", "sep=;", "a.example", "*.b.example",
        "suspend",
        "fale", "[", "]", "{", "}", "{\"domain\":\"a.example\"}", "\"blocks\":", "{\"a.example\":{\"isBlocked\":true}}",
        "\"mrf_simple\":", "\"reject\":", "{\"tuple\":[\":reject\",[", "config :pleroma, :mrf_simple,", "reject: [",
        "{\"a.example\", \"why\"}", "import Config\n", "#", "~r/", "\"\"\"", "'", "%{", "=>", "\u{FEFF}", "\u{0}",
    ]

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `lists made by chance are read or refused, the same however they come in pieces`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        for _ in 0..<Rounds.of(10_000, atLeast: 500) {
            let bytes = chaos.bytes(upTo: 200, of: Self.words)
            let whole = try? items(bytes)
            let pieces = try? items(bytes, pieces: 1)
            #expect(whole?.items == pieces?.items, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
            for entry in whole?.items.entries ?? [] { #expect(DomainName.isValid(entry.domain)) }
            for trouble in whole?.items.troubles ?? [] {
                #expect(trouble.reason.utf8.count < 1_000 && trouble.line > 0)
            }
        }
    }

    private func read(_ text: String) {
        _ = try? items(text, pieces: 65_536)
    }

    @Test(arguments: Rounds.some(of: Array(lists.indices), atLeast: 8))
    func `eight times the list takes about eight times as long`(list: Int) {
        let (head, part) = Self.lists[list]
        let ratio = growth(part, kilobytes: 64) { read(head + $0) }
        #expect(ratio < 24, "\(head)\(part.prefix(40)): \(ratio)")
    }

    // One of each kind: letter by letter, 10 MB take a debug build some seconds.
    @Test(arguments: [1, 3, 5, 14])
    func `a list of any length is read or refused`(list: Int) {
        let (head, part) = Self.lists[list]
        var reader = BlockListReader()
        let piece = Array(String(repeating: part, count: max(1, 100_000 / part.utf8.count)).utf8)
        var (bytes, found) = (head.utf8.count, 0)
        do {
            found += try reader.read(ArraySlice(head.utf8)).count
            while bytes < Rounds.of(10_000_000) {
                found += try reader.read(piece[...]).count
                bytes += piece.count
            }
            found += try reader.finish().count
        } catch {
            #expect(!error.reason.isEmpty && error.reason.utf8.count < 500)
            return
        }
        #expect(found > 0 || part.allSatisfy(\.isWhitespace) || part.contains("#"), "\(part.prefix(40))")
    }

    @Test func `names of megabytes are dealt with`() {
        for part in ["a", "a.", "é", "é.", "e\u{301}", "。", "\u{200D}", "https://", "@", " ", "💩.", "/", "+", "xn--"] {
            let text = String(repeating: part, count: Rounds.of(10_000_000) / part.utf8.count)
            let name = DomainName.normalized(text)
            #expect(!DomainName.isValid(name) || name.utf8.count < 256)
            _ = DomainName.suffixes(of: name)
            _ = CanonicalEmail(of: text)
            _ = try? EmailAddress(text)
        }
    }
}
