/// Dates and ages as people write them in a query.
enum MomentText {
    private enum Reading {
        /// A whole day, from its midnight in UTC.
        case day(Double)
        case second(Double)
        /// So many seconds before now.
        case age(Double)
    }

    /// `>90d` is more than 90 days ago, `<90d` within the last 90; `>2026-01-31` is after that day, `2026-01-31` on it.
    /// Days are those of UTC, and the ends of a range belong to it. An age alone says nothing, and is refused.
    static func bounds(_ comparison: ValueComparison?) -> Bounds<Instant>? {
        switch comparison {
        case .one(let sign, let text): reading(text).flatMap { bounds(sign, $0) }
        case .range(let low, let high): range(low, high)
        case nil: nil
        }
    }

    private static let day = 86_400.0

    private static func bounds(_ sign: ValueComparison.Sign, _ reading: Reading) -> Bounds<Instant>? {
        switch (sign, reading) {
        case (.equal, .age): nil
        case (.more, .age(let age)): Bounds(upper: .init(.ago(age), isIncluded: false))
        case (.atLeast, .age(let age)): Bounds(upper: .init(.ago(age), isIncluded: true))
        case (.less, .age(let age)): Bounds(lower: .init(.ago(age), isIncluded: false))
        case (.atMost, .age(let age)): Bounds(lower: .init(.ago(age), isIncluded: true))
        case (.equal, .day(let start)): Bounds(lower: from(start), upper: before(start + day))
        case (.more, .day(let start)): Bounds(lower: from(start + day))
        case (.atLeast, .day(let start)), (.atLeast, .second(let start)): Bounds(lower: from(start))
        case (.less, .day(let start)), (.less, .second(let start)): Bounds(upper: before(start))
        case (.atMost, .day(let start)): Bounds(upper: before(start + day))
        case (.equal, .second(let start)): Bounds(lower: from(start), upper: before(start + 1))
        case (.more, .second(let start)): Bounds(lower: .init(.at(UTCTime(start)), isIncluded: false))
        case (.atMost, .second(let start)): Bounds(upper: .init(.at(UTCTime(start)), isIncluded: true))
        }
    }

    private static func range(_ low: String, _ high: String) -> Bounds<Instant>? {
        let (first, last) = (reading(low), reading(high))
        guard first != nil || low.isEmpty, last != nil || high.isEmpty else { return nil }
        // Of two ages the larger one is the earlier moment.
        if case .age? = first ?? last {
            var bounds = Bounds<Instant>()
            switch (first, last) {
            case (.age(let young)?, .age(let old)?):
                bounds.upper = .init(.ago(young), isIncluded: true)
                bounds.lower = .init(.ago(old), isIncluded: true)
            case (.age(let young)?, nil): bounds.upper = .init(.ago(young), isIncluded: true)
            case (nil, .age(let old)?): bounds.lower = .init(.ago(old), isIncluded: true)
            default: return nil
            }
            return bounds
        }
        var bounds = Bounds<Instant>()
        switch first {
        case .day(let start)?, .second(let start)?: bounds.lower = from(start)
        case .age?: return nil
        case nil: break
        }
        switch last {
        case .day(let start)?: bounds.upper = before(start + day)
        case .second(let start)?: bounds.upper = .init(.at(UTCTime(start)), isIncluded: true)
        case .age?: return nil
        case nil: break
        }
        return bounds
    }

    private static func from(_ seconds: Double) -> Bounds<Instant>.End {
        .init(.at(UTCTime(seconds)), isIncluded: true)
    }

    private static func before(_ seconds: Double) -> Bounds<Instant>.End {
        .init(.at(UTCTime(seconds)), isIncluded: false)
    }

    private static func reading(_ text: String) -> Reading? {
        guard text.utf8.count <= 40 else { return nil }
        if let age = age(text) { return .age(age) }
        guard let time = UTCTime(parsing: text), time.seconds >= 0 || text.utf8.count >= 10 else { return nil }
        return text.utf8.count == 10 ? .day(time.seconds) : .second(time.seconds)
    }

    private static let seconds: [UInt8: Int64] = [
        UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3_600, UInt8(ascii: "d"): 86_400,
        UInt8(ascii: "w"): 604_800, UInt8(ascii: "y"): 31_536_000,
    ]

    /// `90d`, `2y`, `12h`, `1y6w`: a year has 365 days. At most a thousand years.
    private static func age(_ text: String) -> Double? {
        var total: Int64 = 0
        var number: Int64?
        for byte in text.lowercased().utf8 {
            if (0x30...0x39).contains(byte) {
                number = (number ?? 0) * 10 + Int64(byte - 0x30)
                if (number ?? 0) > 100_000_000_000 { return nil }
                continue
            }
            guard let count = number, let unit = seconds[byte] else { return nil }
            let (product, isTooMuch) = count.multipliedReportingOverflow(by: unit)
            total = min(total, 1 << 60) + (isTooMuch ? 1 << 60 : min(product, 1 << 60))
            number = nil
        }
        guard number == nil, !text.isEmpty, total <= 1_000 * 31_536_000 else { return nil }
        return Double(total)
    }
}
