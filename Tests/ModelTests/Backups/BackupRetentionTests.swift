import Model
import Testing

@Suite struct BackupRetentionTests {
    /// One a day, the newest on a Saturday.
    private static func daily(_ count: Int, rehearsed: Int? = nil) -> [BackupRetention.Candidate] {
        let end = UTCTime(parsing: "2026-11-28T03:00:00Z")?.seconds ?? 0
        return (0..<count).map { number in
            .init(
                id: "b\(number)", made: UTCTime(end - Double(number) * 86_400), isRehearsed: number == rehearsed)
        }
    }

    private static func ids(_ rule: BackupRetention, _ backups: [BackupRetention.Candidate]) -> [Int] {
        rule.kept(backups).keys.compactMap { Int($0.dropFirst()) }.sorted()
    }

    @Test func `the newest of each period stays`() {
        let rule = BackupRetention(last: 1, daily: 3, weekly: 2, monthly: 2)
        // The last of three days, of two weeks (Sunday the 22nd ends one), of two months (October 31st).
        #expect(Self.ids(rule, Self.daily(60)) == [0, 1, 2, 6, 28])
    }

    @Test func `the newest whole one and the newest proven one stay whatever the rule says`() {
        let nothing = BackupRetention(last: 0, hourly: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0)
        #expect(Self.ids(nothing, Self.daily(10)) == [0])
        #expect(Self.ids(nothing, Self.daily(10, rehearsed: 7)) == [0, 7])
        #expect(nothing.kept(Self.daily(10, rehearsed: 7))["b7"] == ["rehearsed"])
        #expect(Self.ids(nothing, []) == [])
    }

    @Test func `several a day count as one for the day`() {
        let backups = Self.daily(2).flatMap { one in
            (0..<4).map {
                BackupRetention.Candidate(
                    id: "\(one.id)\($0)", made: UTCTime(one.made.seconds + Double($0) * 3_600), isRehearsed: false)
            }
        }
        let kept = BackupRetention(last: 1, daily: 2, weekly: 0, monthly: 0).kept(backups)
        #expect(Set(kept.keys) == ["b03", "b13"])
    }
}
