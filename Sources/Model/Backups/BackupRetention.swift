/// How many backups are kept.
package struct BackupRetention: Sendable, Equatable {
    package var last: Int
    package var hourly: Int
    package var daily: Int
    package var weekly: Int
    package var monthly: Int
    package var yearly: Int

    package init(last: Int = 3, hourly: Int = 0, daily: Int = 7, weekly: Int = 5, monthly: Int = 12, yearly: Int = 0) {
        self.last = last
        self.hourly = hourly
        self.daily = daily
        self.weekly = weekly
        self.monthly = monthly
        self.yearly = yearly
    }

    /// A whole backup as the rule sees it.
    package struct Candidate: Sendable, Equatable {
        package var id: String
        package var made: UTCTime
        package var isRehearsed: Bool

        package init(id: String, made: UTCTime, isRehearsed: Bool) {
            self.id = id
            self.made = made
            self.isRehearsed = isRehearsed
        }
    }

    /// Which backups stay, each with the reasons: `last`, `daily`, `rehearsed` …
    ///
    /// The newest whole one stays whatever the numbers say, and so does the newest that a rehearsal has proven.
    /// - Parameter whole: in any order.
    package func kept(_ whole: [Candidate]) -> [String: [String]] {
        let newest = whole.sorted { ($0.made, $0.id) > ($1.made, $1.id) }
        var reasons: [String: [String]] = [:]
        for one in newest.prefix(max(last, 1)) { reasons[one.id, default: []].append("last") }
        if let proven = newest.first(where: \.isRehearsed) { reasons[proven.id, default: []].append("rehearsed") }
        let periods: [(String, Int, (UTCTime) -> String)] = [
            ("hourly", hourly, { String($0.description.prefix(13)) }),
            ("daily", daily, { String($0.description.prefix(10)) }),
            // Weeks begin on Mondays; day 0 of the count was a Thursday.
            ("weekly", weekly, { "\((Int64($0.seconds.rounded(.down)) / 86_400 + 3) / 7)" }),
            ("monthly", monthly, { String($0.description.prefix(7)) }),
            ("yearly", yearly, { String($0.description.prefix(4)) }),
        ]
        for (reason, count, period) in periods where count > 0 {
            var seen: Set<String> = []
            for one in newest where seen.count < count && seen.insert(period(one.made)).inserted {
                reasons[one.id, default: []].append(reason)
            }
        }
        return reasons
    }
}

/// What of Redis is saved.
package enum RedisExtent: String, CaseIterable, Sendable {
    /// Jobs that wait, are scheduled, to be retried or dead.
    case queues
    /// Feeds and everything else too; the cache alone is left out.
    case full
    case none
}

/// The parts of a backup, in the order in which they are made. The manifest comes last: with it a backup is whole.
package enum BackupPart: String, CaseIterable, Sendable, Comparable {
    case database, media, redis, secrets, manifest

    package static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }

    /// Those that can be chosen.
    package static let choosable: [BackupPart] = [.database, .media, .redis, .secrets]
}
