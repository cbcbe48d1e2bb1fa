/// IP addresses and ranges, as far as PostgreSQL's `inet` reads them.
enum NetworkText {
    /// `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`.
    static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = parts.first else { return false }
        let isV4 = isDotted(address)
        guard isV4 || isColons(address) else { return false }
        guard parts.count == 2 else { return true }
        return number(parts[1], atMost: isV4 ? 32 : 128)
    }

    private static func number(_ text: Substring, atMost most: Int) -> Bool {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        return Int(text).map { $0 <= most } ?? false
    }

    private static func isDotted(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { number($0, atMost: 255) }
    }

    private static func isColons(_ text: Substring) -> Bool {
        var groups = text.split(separator: ":", omittingEmptySubsequences: false)
        guard groups.count >= 3 else { return false }
        // A `::` at an end leaves one empty group more than one inside.
        if groups[0].isEmpty, groups[1].isEmpty { groups.removeFirst() }
        if groups.count >= 2, groups[groups.count - 1].isEmpty, groups[groups.count - 2].isEmpty { groups.removeLast() }
        let gaps = groups.count { $0.isEmpty }
        var count = groups.count - gaps
        for (index, group) in groups.enumerated() where !group.isEmpty {
            if index == groups.count - 1, isDotted(group) {
                count += 1
            } else if group.utf8.count > 4 || !group.allSatisfy(\.isHexDigit) || !group.allSatisfy(\.isASCII) {
                return false
            }
        }
        return gaps == 1 ? count <= 7 : gaps == 0 && count == 8
    }
}
