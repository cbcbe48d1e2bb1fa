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
        ("#domain,#public_comment\n", "a.example,\"" + String(repeating: "\u{301}", count: 20_000) + "\"\n"),
    ]

    private func read(_ text: String) {
        _ = try? items(text, pieces: 65_536)
    }

    @Test(arguments: lists.indices)
    func `eight times the list takes about eight times as long`(list: Int) {
        let (head, part) = Self.lists[list]
        let ratio = growth(part, kilobytes: 64) { read(head + $0) }
        #expect(ratio < 24, "\(head)\(part.prefix(40)): \(ratio)")
    }

    // One of each kind: letter by letter, 10 MB take a debug build some seconds.
    @Test(.timeLimit(.minutes(5)), arguments: [1, 3, 5, 14])
    func `a list of 10 MB is read or refused`(list: Int) {
        let (head, part) = Self.lists[list]
        var reader = BlockListReader()
        let piece = Array(String(repeating: part, count: max(1, 100_000 / part.utf8.count)).utf8)
        var (bytes, found) = (head.utf8.count, 0)
        do {
            found += try reader.read(ArraySlice(head.utf8)).count
            while bytes < 10_000_000 {
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

    @Test func `names of 10 MB are dealt with`() {
        for part in ["a", "a.", "é", "é.", "e\u{301}", "。", "\u{200D}", "https://", "@", " ", "💩.", "/", "+", "xn--"] {
            let text = String(repeating: part, count: 10_000_000 / part.utf8.count)
            let name = DomainName.normalized(text)
            #expect(!DomainName.isValid(name) || name.utf8.count < 256)
            _ = DomainName.suffixes(of: name)
            _ = CanonicalEmail(of: text)
            _ = try? EmailAddress(text)
        }
    }
}
