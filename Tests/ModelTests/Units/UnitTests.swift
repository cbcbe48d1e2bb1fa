import Faults
import Model
import Testing

@Suite struct UnitTests {
    @Test(arguments: [
        ("0", 0), ("500", 500), ("500M", 500_000_000), ("10GB", 10_000_000_000), ("10GiB", 10 << 30),
        ("1.5k", 1_500), ("10 gib", 10 << 30), ("2TiB", 2 << 40), ("7B", 7),
    ])
    func `a size is read with its unit`(text: String, bytes: Int64) throws {
        #expect(try ByteCount(parsing: text).bytes == bytes)
    }

    @Test(arguments: ["", "M", "-1M", "1X", "1.2.3M", "99999999999TB", "1e3", "١M", "."])
    func `what is no size is refused`(text: String) {
        #expect(throws: Fault.self) { try ByteCount(parsing: text) }
    }

    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (1_000, "1.00 kB"), (1_234, "1.23 kB"), (9_994, "9.99 kB"), (9_996, "10.0 kB"),
        (45_678_901, "45.7 MB"), (999_499, "999 kB"), (999_999, "1.00 MB"), (Int64.max, "9.22 EB"), (-5, "-5 B"),
        (Int64.min, "-9.22 EB"),
    ])
    func `a size is told in three digits`(bytes: Int64, text: String) {
        #expect(ByteCount(bytes).description == text)
    }

    @Test(arguments: [
        ("90s", 90), ("15m", 900), ("24h", 86_400), ("7d", 604_800), ("2w", 1_209_600), ("1h30m", 5_400), ("0", 0),
    ])
    func `a duration is read with its units`(text: String, seconds: Int64) throws {
        #expect(try Duration(parsing: text) == .seconds(seconds))
    }

    @Test(arguments: ["", "5", "h", "1h30", "-5s", "1.5h", "9999999999999999999s", "99999999999999999w"])
    func `what is no duration is refused`(text: String) {
        #expect(throws: Fault.self) { try Duration(parsing: text) }
    }

    @Test(arguments: [
        (0.0, "0 s"), (0.44, "0.4 s"), (9, "9 s"), (200, "3 min 20 s"), (3_900, "1 h 5 min"), (604_800, "7 d"),
        (90_000, "1 d 1 h"), (3_605, "1 h"),
    ])
    func `a duration is told in two units`(seconds: Double, text: String) {
        #expect(Duration.seconds(seconds).brief == text)
    }
}
