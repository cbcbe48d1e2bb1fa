import Model
import Testing

@Suite struct OffboardingTests {
    private static let day = 86_400.0

    private static func begun(notice: Int = 90, kept: Int = 7) -> Offboarding {
        Offboarding(
            server: "shop", domain: "shop.example", folder: "/mnt/shop", handedOverAt: UTCTime(0), sha256: "ab",
            noticeDays: notice, keptDays: kept)
    }

    @Test(arguments: [(90, 7, 3.0, 90.0), (5, 7, 3, 10), (0, 0, 3, 3), (10, 7, 30, 37)])
    func `data may be erased when they were kept for a while and the notice is over`(
        notice: Int, kept: Int, received: Double, erasable: Double
    ) {
        var offboarding = Self.begun(notice: notice, kept: kept)
        #expect(offboarding.erasableAt == nil)
        offboarding.receive(at: UTCTime(received * Self.day), by: .copy)
        #expect(offboarding.erasableAt == UTCTime(erasable * Self.day))
        offboarding.receive(at: UTCTime(1_000 * Self.day), by: .digest)
        #expect(offboarding.proof == .copy && offboarding.erasableAt == UTCTime(erasable * Self.day))
    }

    @Test func `what is kept is read as it was written`() throws {
        var offboarding = Self.begun()
        #expect(Offboarding(offboarding.json) == offboarding)
        offboarding.receive(at: UTCTime(3 * Self.day), by: .digest)
        let parsed = try #require(JSONValue(parsing: offboarding.json.text))
        #expect(Offboarding(parsed) == offboarding)
        #expect(Offboarding(JSONValue.object([])) == nil)
    }
}
