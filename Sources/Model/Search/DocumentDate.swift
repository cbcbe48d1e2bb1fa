/// A moment as documents hold it: ISO 8601 in UTC with milliseconds, years from 0 to 9999.
///
/// Source: Mastodon 4.6.5 `app/chewy/concerns/datetime_clamping_concern.rb`; 4.2 sends what it has. A clamped moment has
/// its zone written as an offset, as the bound is of another class there than the moments of rows.
package struct DocumentDate: Sendable, Equatable {
    /// Since 1970.
    package var microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    private static let first: Int64 = -62_167_219_200_000_000
    private static let last: Int64 = 253_402_300_799_000_000

    func write(into bytes: inout [UInt8]) {
        if microseconds < Self.first {
            bytes += "0000-01-01T00:00:00.000+00:00".utf8
        } else if microseconds > Self.last {
            bytes += "9999-12-31T23:59:59.000+00:00".utf8
        } else {
            writeInRange(into: &bytes)
        }
    }

    /// Civil date from days since 1970 by Howard Hinnant's algorithm.
    private func writeInRange(into bytes: inout [UInt8]) {
        let day = 86_400_000_000 as Int64
        let shiftedDays = (microseconds - Self.first) / day
        let rest = (microseconds - Self.first) % day
        // From the year 0: 60 days before the algorithm's own beginning on 1 March.
        let shifted = shiftedDays - 60
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let dayOfMonth = ofYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
        Self.digits(civilYear, 4, &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.digits(civilMonth, 2, &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.digits(dayOfMonth, 2, &bytes)
        bytes.append(UInt8(ascii: "T"))
        Self.digits(rest / 3_600_000_000, 2, &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.digits(rest / 60_000_000 % 60, 2, &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.digits(rest / 1_000_000 % 60, 2, &bytes)
        bytes.append(UInt8(ascii: "."))
        Self.digits(rest / 1_000 % 1_000, 3, &bytes)
        bytes.append(UInt8(ascii: "Z"))
    }

    private static func digits(_ number: Int64, _ count: Int, _ bytes: inout [UInt8]) {
        var divisor: Int64 = 1
        for _ in 1..<count { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
