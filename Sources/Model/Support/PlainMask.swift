/// Addresses of machines and tokens in a word.
enum PlainMask {
    static func masked(_ word: ArraySlice<UInt8>) -> [UInt8] {
        if word.count < 7 && !word.contains(UInt8(ascii: ":")) { return Array(word) }
        var result: [UInt8] = []
        var rest = word
        while let first = rest.first {
            if let end = endOfAddress(rest) {
                let address = String(decoding: rest[..<end], as: UTF8.self)
                result += isLoopback(address) ? Array(address.utf8) : Array(TextMask.Mark.address.utf8)
                rest = rest[end...]
                continue
            }
            let piece = rest.prefix { isOfToken($0) }
            if piece.isEmpty {
                result.append(first)
                rest = rest.dropFirst()
            } else if isToken(piece) {
                result += TextMask.Mark.token.utf8
                rest = rest[piece.endIndex...]
            } else {
                // A word's inside is no beginning of an address.
                let plain = piece.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
                let end = max(plain.endIndex, rest.startIndex + 1)
                result += rest[..<end]
                rest = rest[end...]
            }
        }
        return result
    }

    // MARK: - addresses

    /// Where an address ends that begins here; nil when none does.
    private static func endOfAddress(_ word: ArraySlice<UInt8>) -> Int? {
        let wide = word.prefix { isHex($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        if wide.count(where: { $0 == UInt8(ascii: ":") }) >= 2, isBounded(wide, in: word) {
            let trimmed = wide.last == UInt8(ascii: ".") ? wide.dropLast() : wide
            if isIPv6(trimmed) { return trimmed.endIndex }
            if trimmed.last == UInt8(ascii: ":"), isIPv6(trimmed.dropLast()) { return trimmed.endIndex - 1 }
        }
        for mark in [UInt8(ascii: "."), UInt8(ascii: "-")] {
            let narrow = word.prefix { MaskScanner.isDigit($0) || $0 == mark }
            if isBounded(narrow, in: word), let end = endOfIPv4(narrow, mark) { return end }
        }
        return nil
    }

    private static func isBounded(_ part: ArraySlice<UInt8>, in word: ArraySlice<UInt8>) -> Bool {
        part.endIndex == word.endIndex || !MaskScanner.isLetter(word[part.endIndex]) || part.last == UInt8(ascii: ".")
    }

    private static func endOfIPv4(_ text: ArraySlice<UInt8>, _ mark: UInt8) -> Int? {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 4 || parts.count == 5 && parts[4].isEmpty else { return nil }
        let fits = parts.prefix(4).allSatisfy { part in
            (1...3).contains(part.count) && (Int(String(decoding: part, as: UTF8.self)) ?? 256) < 256
        }
        return fits ? parts[3].endIndex : nil
    }

    private static func isIPv6(_ text: ArraySlice<UInt8>) -> Bool {
        var words = String(decoding: text, as: UTF8.self)
        guard words.count >= 3, !words.contains(":::") else { return false }
        if words.contains(".") {
            guard let colon = words.lastIndex(of: ":") else { return false }
            let last = Array(words[words.index(after: colon)...].utf8)[...]
            guard endOfIPv4(last, UInt8(ascii: ".")) == last.endIndex else { return false }
            words = String(words[...colon]) + "0:0"
        }
        let halves = words.components(of: "::")
        guard halves.count <= 2 else { return false }
        let groups = halves.map { $0.isEmpty ? [] : $0.split(separator: ":", omittingEmptySubsequences: false) }
        let all = groups.flatMap(\.self)
        guard all.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isHexDigit) }) else { return false }
        return halves.count == 2 ? all.count <= 7 : all.count == 8
    }

    private static func isLoopback(_ text: String) -> Bool {
        text.hasPrefix("127.") || ["::1", "0.0.0.0", "::"].contains(text)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        MaskScanner.isDigit(byte) || (0x41...0x46).contains(byte & 0xDF) && byte < 0x80
    }

    // MARK: - tokens

    private static func isOfToken(_ byte: UInt8) -> Bool {
        MaskScanner.isLetter(byte) || MaskScanner.isDigit(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+")
    }

    /// As long as no word is, of capitals, small letters and digits; or of letters and digits alone, as hashes are; or a
    /// UUID.
    private static func isToken(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= 24, text.contains(where: MaskScanner.isDigit) else { return false }
        let hasSmall = text.contains { (0x61...0x7A).contains($0) }
        let hasLarge = text.contains { (0x41...0x5A).contains($0) }
        if hasSmall, hasLarge { return true }
        guard text.count >= 32, hasSmall || hasLarge else { return false }
        let isPlain = text.allSatisfy { MaskScanner.isLetter($0) || MaskScanner.isDigit($0) }
        let groups = text.split(separator: UInt8(ascii: "-")).map(\.count)
        return isPlain || groups == [8, 4, 4, 4, 12]
    }
}

extension String {
    fileprivate func components(of mark: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let found = rest.firstRange(of: mark) {
            parts.append(rest[..<found.lowerBound])
            rest = rest[found.upperBound...]
        }
        return parts + [rest]
    }
}
