import Model
import Support
import Testing

/// Queries: no input ends the program, and faults are short and name their place.
@Suite struct QueryFuzzTests {
    private static let words = [
        "private-comment:", "severity:", "domain:", "created:", "origin:", "username:", "storage:", "-", "not:", "~",
        "~\"",
        "\"", "\\", ",", " ", "*", ">", "..", "90d", "2026-01-31", "suspend", "none", "yes", "\u{0}", "\t", "é",
        "e\u{301}",
    ]

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `queries made by chance are read or refused, with a word about the place`(seed: UInt64) {
        var chaos = Chaos(seed: seed)
        var read = 0
        for _ in 0..<Rounds.of(20_000, atLeast: 1_000) {
            let text = chaos.text(upTo: 50, of: Self.words)
            do throws(QueryError) {
                _ = try DomainBlockQuery(parsing: text)
                read += 1
            } catch {
                expectPlace(error, in: text)
            }
            do throws(QueryError) {
                _ = try AccountFilter(parsing: text)
                read += 1
            } catch {
                expectPlace(error, in: text)
            }
        }
        #expect(read > 0)
    }

    @Test(arguments: [
        "private-comment:~\"a\" ", "severity:suspend,", "private-comment:\"", "domain:*", "created:>1d,", "~",
    ])
    func `eight times the query takes about eight times as long`(unit: String) {
        let ratio = growth(unit) { _ = try? DomainBlockQuery(parsing: $0) }
        #expect(ratio < 24, "\(unit): \(ratio)")
    }

    private func expectPlace(_ error: QueryError, in text: String) {
        #expect(error.text.utf8.count < 1_000 && !error.message.isEmpty, "\(text)")
        #expect((1...text.unicodeScalars.count + 1).contains(error.position), "\(text)")
    }
}
