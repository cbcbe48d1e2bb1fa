extension UTCTime {
    /// Reads ISO 8601 as inventories write it: `2026-11-20T10:11:12Z`, `2026-11-20 10:11:12.345+01:00`; without a zone
    /// it is UTC. Nil for anything else.
    package init?(parsing text: some StringProtocol) {
        var reader = Reader(rest: Array(text.utf8)[...])
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
            let day = reader.number(2), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        var seconds = Double(Self.days(to: year, month, day) * 86_400)
        if reader.rest.isEmpty {
            self.init(seconds)
            return
        }
        guard reader.take("T") || reader.take("t") || reader.take(" "), let hour = reader.number(2),
            reader.take(":"), let minute = reader.number(2), hour < 24, minute < 60
        else { return nil }
        seconds += Double(hour * 3_600 + minute * 60)
        if reader.take(":") {
            guard let second = reader.number(2), second <= 60 else { return nil }
            seconds += Double(second)
            if reader.take(".") {
                guard let fraction = reader.fraction() else { return nil }
                seconds += fraction
            }
        }
        guard let zone = reader.zone(), reader.rest.isEmpty else { return nil }
        self.init(seconds - Double(zone))
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }

        mutating func number(_ digits: Int) -> Int64? {
            guard rest.count >= digits else { return nil }
            var value: Int64 = 0
            for byte in rest.prefix(digits) {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int64(byte - 48)
            }
            rest.removeFirst(digits)
            return value
        }

        mutating func fraction() -> Double? {
            var (value, scale) = (0.0, 0.1)
            let digits = rest.prefix { (48...57).contains($0) }
            for byte in digits {
                value += Double(byte - 48) * scale
                scale /= 10
            }
            rest.removeFirst(digits.count)
            return digits.isEmpty ? nil : value
        }

        /// Seconds east of Greenwich: `Z`, nothing, `+01:00`, `+0100`, `+01`.
        mutating func zone() -> Int64? {
            if rest.isEmpty || take("Z") || take("z") { return 0 }
            let isEast = take("+")
            guard isEast || take("-"), let hours = number(2), hours < 24 else { return nil }
            if rest.isEmpty { return (isEast ? 1 : -1) * hours * 3_600 }
            _ = take(":")
            guard let minutes = number(2), minutes < 60 else { return nil }
            return (isEast ? 1 : -1) * (hours * 3_600 + minutes * 60)
        }
    }

    private static func days(in month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Days since 1970, by the inverse of the algorithm `description` uses.
    private static func days(to year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let civil = month <= 2 ? year - 1 : year
        let era = (civil >= 0 ? civil : civil - 399) / 400
        let ofEra = civil - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }
}
