/// A row's id as the folders of its files.
package enum IDPartition {
    /// `7` is `000/000/007`; from a thousand million on there are 18 digits, as for snowflake ids.
    ///
    /// Source: Paperclip's `id_partition` interpolation.
    package static func path(of id: Int64) -> String {
        let digits = String(id)
        let width = id < 1_000_000_000 ? 9 : 18
        let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
        return groups(of: padded).joined(separator: "/")
    }

    /// The id behind three or six groups of three digits, or nil when a part is anything else.
    package static func id(of parts: some Collection<some StringProtocol>) -> Int64? {
        guard parts.count == 3 || parts.count == 6 else { return nil }
        var id: Int64 = 0
        for part in parts {
            guard part.utf8.count == 3 else { return nil }
            for digit in part.utf8 {
                guard (48...57).contains(digit) else { return nil }
                id = id * 10 + Int64(digit - 48)
            }
        }
        return id
    }

    private static func groups(of digits: String) -> [Substring] {
        stride(from: 0, to: digits.utf8.count, by: 3).map { offset in
            let start = digits.utf8.index(digits.startIndex, offsetBy: offset)
            let end = digits.utf8.index(start, offsetBy: 3, limitedBy: digits.endIndex) ?? digits.endIndex
            return digits[start..<end]
        }
    }
}
