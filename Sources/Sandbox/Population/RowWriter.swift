/// Rows in PostgreSQL's COPY text format, one column after the other.
///
/// Columns the release does not have are skipped, so that one generator serves every release.
package struct RowWriter {
    package private(set) var bytes: [UInt8] = []
    package private(set) var rows = 0
    private let kept: [Bool]
    private var column = 0
    private var isFirst = true

    init(kept: [Bool]) {
        self.kept = kept
    }

    mutating func empty() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Whether the next column exists; writes the tab before it.
    private mutating func next() -> Bool {
        defer { column += 1 }
        guard kept[column] else { return false }
        if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: "\t")) }
        return true
    }

    mutating func null() {
        if next() { bytes += [UInt8(ascii: "\\"), UInt8(ascii: "N")] }
    }

    mutating func put(_ number: Int?) {
        guard let number else { return null() }
        if next() { append(number) }
    }

    mutating func put(_ flag: Bool) {
        if next() { bytes.append(UInt8(ascii: flag ? "t" : "f")) }
    }

    mutating func put(_ text: String?) {
        guard let text else { return null() }
        guard next() else { return }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes += [byte, byte]
            case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            default: bytes.append(byte)
            }
        }
    }

    /// An array of whole numbers.
    mutating func put(_ numbers: [Int]) {
        put("{" + numbers.map(String.init).joined(separator: ",") + "}")
    }

    /// A time stamp without zone, UTC.
    mutating func put(_ instant: Instant?) {
        guard let instant else { return null() }
        if next() { instant.append(to: &bytes) }
    }

    mutating func end() {
        precondition(column == kept.count, "a row has \(column) columns instead of \(kept.count)")
        bytes.append(UInt8(ascii: "\n"))
        column = 0
        isFirst = true
        rows += 1
    }

    private mutating func append(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}

/// A moment in milliseconds since 1970, UTC.
package struct Instant: Comparable, Hashable, Sendable {
    package var milliseconds: Int

    package init(milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    package func before(days: Double) -> Instant {
        Instant(milliseconds: milliseconds - Int(days * 86_400_000))
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// `2026-11-21 07:45:51.123`
    package var text: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    fileprivate func append(to bytes: inout [UInt8]) {
        let days = milliseconds.quotientFloor(86_400_000)
        let rest = milliseconds - days * 86_400_000
        // Days to a date of the proleptic Gregorian calendar, counted in eras of 400 years that begin in March.
        let shifted = days + 719_468
        let era = shifted.quotientFloor(146_097)
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func digits(_ number: Int, _ width: Int, _ mark: Unicode.Scalar?) {
            var scale = width == 4 ? 1000 : width == 3 ? 100 : 10
            while scale > 0 {
                bytes.append(UInt8(ascii: "0") + UInt8(number / scale % 10))
                scale /= 10
            }
            if let mark { bytes.append(UInt8(ascii: mark)) }
        }
        digits(year, 4, "-")
        digits(month, 2, "-")
        digits(day, 2, " ")
        digits(rest / 3_600_000, 2, ":")
        digits(rest / 60_000 % 60, 2, ":")
        digits(rest / 1000 % 60, 2, ".")
        digits(rest % 1000, 3, nil)
    }
}

extension Int {
    fileprivate func quotientFloor(_ divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
