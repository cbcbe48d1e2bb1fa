/// A moment, printed as ISO 8601 in UTC with whole seconds: `2026-11-21T07:36:00Z`.
package struct UTCTime: Hashable, Comparable, Sendable, CustomStringConvertible, Encodable {
    /// Since 1970.
    package var seconds: Double

    package init(_ seconds: Double) {
        self.seconds = seconds
    }

    package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Civil date from days since 1970 by Howard Hinnant's algorithm, good for every year.
    package var description: String {
        let whole = Int64(seconds.rounded(.down))
        let (day, second) = whole.quotientAndRemainder(dividingBy: 86_400)
        let days = second < 0 ? day - 1 : day
        let rest = second < 0 ? second + 86_400 : second
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let dayOfMonth = ofYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(civilYear)-\(two(civilMonth))-\(two(dayOfMonth))"
        return "\(date)T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
