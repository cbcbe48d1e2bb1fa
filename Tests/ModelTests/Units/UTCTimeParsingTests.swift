import Model
import Testing

@Suite struct UTCTimeParsingTests {
    @Test(arguments: [
        ("2026-11-20T10:11:12Z", 1_795_169_472.0), ("2026-11-20T10:11:12.500Z", 1_795_169_472.5),
        ("2026-11-20 10:11:12", 1_795_169_472), ("2026-11-20T12:11:12+02:00", 1_795_169_472),
        ("2026-11-20T04:41:12-0530", 1_795_169_472), ("1970-01-01", 0), ("2000-02-29T00:00Z", 951_782_400),
        ("1969-12-31T23:59:59Z", -1),
    ])
    func `times are read as inventories write them`(text: String, seconds: Double) {
        #expect(UTCTime(parsing: text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "yesterday", "2026-13-01", "2025-02-29", "2026-11-20T25:00Z", "2026-11-20T10:11:12Zx",
        "2026-11-20T10:11:12.Z",
        "26-11-20", "2026-11-20T10", "1795169472",
    ])
    func `what is no time is refused`(text: String) {
        #expect(UTCTime(parsing: text) == nil)
    }

    @Test func `reading undoes writing`() {
        for seconds in stride(from: -2e9, through: 4e9, by: 123_456_789) {
            #expect(UTCTime(parsing: UTCTime(seconds).description)?.seconds == seconds)
        }
    }
}
