/// A moment in UTC: microseconds since 1970, which is PostgreSQL's own resolution.
package struct Timestamp: Sendable, Hashable, Comparable, Codable {
    /// `Int64.max` and `Int64.min` are PostgreSQL's `infinity` and `-infinity`.
    package var microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package init(seconds: Double) {
        microseconds = Int64((seconds * 1_000_000).rounded())
    }

    /// Seconds since 1970.
    package var seconds: Double { Double(microseconds) / 1_000_000 }

    package static let infinity = Timestamp(microseconds: .max)
    package static let minusInfinity = Timestamp(microseconds: .min)

    /// Microseconds from 1970 to 2000, where PostgreSQL counts from.
    private static let epoch: Int64 = 946_684_800_000_000

    /// The binary form of `timestamp` and `timestamptz`: microseconds since 2000.
    init(wire: Int64) {
        microseconds = wire == .max || wire == .min ? wire : wire + Self.epoch
    }

    var wire: Int64 {
        microseconds == .max || microseconds == .min ? microseconds : microseconds - Self.epoch
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Timestamp: CustomStringConvertible {
    /// ISO 8601 with a blank, as PostgreSQL reads it: `2024-02-29 12:00:00.000001`.
    package var description: String {
        switch self {
        case .infinity: return "infinity"
        case .minusInfinity: return "-infinity"
        default: break
        }
        let day = 86_400_000_000 as Int64
        var days = microseconds / day
        var rest = microseconds % day
        if rest < 0 {
            rest += day
            days -= 1
        }
        let (year, month, dayOfMonth) = Self.civil(days)
        func padded(_ number: Int64, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let date = "\(padded(year > 0 ? year : 1 - year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
        let second = rest / 1_000_000
        let time = "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        return "\(date) \(time).\(padded(rest % 1_000_000, 6))" + (year > 0 ? "" : " BC")
    }

    /// Year, month and day of a count of days since 1970, in the proleptic Gregorian calendar.
    private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
        // Years that start in March put the leap day last; 146,097 days make 400 years.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
