import Faults

extension Duration {
    private static let unitSeconds: [Character: Int64] = [
        "s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800,
    ]

    /// Reads `90s`, `15m`, `24h`, `7d`, `2w`, `1h30m`; a bare `0` too. A number without a unit is refused, since
    /// readers disagree on what it means.
    ///
    /// - Throws: `Fault` of kind `usage`.
    package init(parsing text: String) throws {
        let refusal = Fault(
            .usage, "'\(text)' is not a duration", help: "write numbers with units, such as 90s, 15m, 24h, 7d or 1h30m")
        if text == "0" {
            self = .zero
            return
        }
        var total: Int64 = 0
        var digits = ""
        for character in text {
            if ("0"..."9").contains(character) {
                digits.append(character)
                continue
            }
            guard let number = Int64(digits), let unit = Self.unitSeconds[character] else { throw refusal }
            let (product, over) = number.multipliedReportingOverflow(by: unit)
            let (sum, overSum) = total.addingReportingOverflow(product)
            if over || overSum { throw refusal }
            total = sum
            digits = ""
        }
        guard digits.isEmpty, !text.isEmpty else { throw refusal }
        self = .seconds(total)
    }

    /// Whole seconds, rounded down.
    package var wholeSeconds: Int64 { components.seconds }

    /// Seconds with their fraction.
    package var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

    /// Two units at most: `0.4 s`, `9 s`, `3 min 20 s`, `1 h 5 min`, `7 d`.
    package var brief: String {
        let seconds = wholeSeconds
        if self < .zero { return "-" + (Duration.zero - self).brief }
        if self > .zero && seconds < 1 { return "\(ByteCount.fixed(inSeconds, digits: 1)) s" }
        let parts: [(Int64, String)] = [
            (seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
        ]
        guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0 s" }
        return parts[first...].prefix(2).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
