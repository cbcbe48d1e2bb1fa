import Faults

/// A number of bytes.
package struct ByteCount: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var bytes: Int64

    package init(_ bytes: Int64) {
        self.bytes = bytes
    }

    package static let zero = ByteCount(0)

    package static func < (left: Self, right: Self) -> Bool { left.bytes < right.bytes }
    package static func + (left: Self, right: Self) -> Self { ByteCount(left.bytes.adding(right.bytes)) }
    package static func += (left: inout Self, right: Self) { left = left + right }

    private static let units: [String: Int64] = [
        "": 1, "b": 1, "k": 1_000, "kb": 1_000, "m": 1_000_000, "mb": 1_000_000, "g": 1_000_000_000,
        "gb": 1_000_000_000, "t": 1_000_000_000_000, "tb": 1_000_000_000_000, "kib": 1 << 10, "mib": 1 << 20,
        "gib": 1 << 30, "tib": 1 << 40,
    ]

    /// Reads `10GB`, `10 GiB`, `1.5M`, `500`: decimal units unless an `i` is in them, any case.
    ///
    /// - Throws: `Fault` of kind `usage` for anything else, a negative number, or more than fits 63 bits.
    package init(parsing text: String) throws {
        let compact = text.filter { $0 != " " }
        let number = compact.prefix { ("0"..."9").contains($0) || $0 == "." }
        let unit = compact[number.endIndex...].lowercased()
        let refusal = Fault(.usage, "'\(text)' is not a size", help: "write a number and a unit, such as 500M or 10GiB")
        guard let factor = Self.units[unit], !number.isEmpty else { throw refusal }
        if let whole = Int64(number) {
            let (product, overflow) = whole.multipliedReportingOverflow(by: factor)
            if overflow { throw refusal }
            bytes = product
        } else if let fraction = Double(number), fraction * Double(factor) < 9e18 {
            bytes = Int64((fraction * Double(factor)).rounded())
        } else {
            throw refusal
        }
    }

    /// Three significant digits in decimal units: `0 B`, `999 B`, `1.23 kB`, `45.6 MB`, `789 GB`.
    package var description: String {
        let names = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
        var value = Double(bytes.magnitude)
        var index = 0
        while index + 1 < names.count && value.rounded() >= 1_000 {
            value /= 1_000
            index += 1
        }
        let sign = bytes < 0 ? "-" : ""
        if index == 0 { return "\(sign)\(bytes.magnitude) B" }
        let digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
        return "\(sign)\(Self.fixed(value, digits: digits)) \(names[index])"
    }

    /// A number of at most two decimals without the help of Foundation.
    static func fixed(_ value: Double, digits: Int) -> String {
        let scale = [1.0, 10.0, 100.0][digits]
        let scaled = Int64((value * scale).rounded())
        if digits == 0 { return String(scaled) }
        let part = String(scaled % Int64(scale))
        return "\(scaled / Int64(scale))." + String(repeating: "0", count: digits - part.count) + part
    }
}

extension Int64 {
    /// The sum, or the largest number there is: a column may hold any, and a sum that ends the process helps nobody.
    package func adding(_ other: Int64) -> Int64 {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? (other > 0 ? .max : .min) : sum
    }
}
