extension UTCTime {
    /// Appends what `description` says, without making a string: lists have millions of moments.
    package func append(to bytes: inout [UInt8]) {
        let whole = Int64(seconds.rounded(.down))
        var (days, second) = whole.quotientAndRemainder(dividingBy: 86_400)
        if second < 0 {
            days -= 1
            second += 86_400
        }
        // Howard Hinnant's algorithm, as in `description`.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * ofYear + 2) / 153
        let civilMonth = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
        guard (1_000...9_999).contains(year) else {
            bytes.append(contentsOf: description.utf8)
            return
        }
        func two(_ number: Int64) {
            bytes.append(UInt8(0x30 + number / 10))
            bytes.append(UInt8(0x30 + number % 10))
        }
        two(year / 100)
        two(year % 100)
        bytes.append(UInt8(ascii: "-"))
        two(civilMonth)
        bytes.append(UInt8(ascii: "-"))
        two(ofYear - (153 * month + 2) / 5 + 1)
        bytes.append(UInt8(ascii: "T"))
        two(second / 3_600)
        bytes.append(UInt8(ascii: ":"))
        two(second / 60 % 60)
        bytes.append(UInt8(ascii: ":"))
        two(second % 60)
        bytes.append(UInt8(ascii: "Z"))
    }
}
