/// Names of servers as the database holds them.
package enum DomainName {
    /// Lower case, punycode, without blanks around it, a scheme, an `@` before it, or a path or a dot behind it.
    ///
    /// What can be no name at all comes out as it went in, in lower case; `isValid` tells. Source: Mastodon 4.6.5
    /// `app/lib/tag_manager.rb` (`normalize_domain`), which leaves the work to Addressable and libidn.
    package static func normalized(_ text: String) -> String {
        // Plain names come by the hundred thousand.
        let bytes = text.utf8
        guard bytes.count <= longest else { return text.lowercased() }
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        guard isASCII else { return ascii(bare(text.lowercased())) }
        return bare(String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self))
    }

    /// Bytes beyond which nothing is a name, however it is written.
    private static let longest = 4_096

    /// Whether the server takes it for a block or an allowance: labels of 1 to 63 letters, digits and hyphens, fewer than
    /// 256 characters. The name must be normalised.
    ///
    /// Source: Mastodon 4.6.5 `app/validators/domain_validator.rb`.
    package static func isValid(_ name: String) -> Bool {
        let bytes = name.utf8
        guard !bytes.isEmpty, bytes.count < 256 else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count)
                && label.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
    }

    /// The name and its parents, longest first: `a.b.example`, `b.example`, `example`. What a block of a domain goes by.
    package static func suffixes(of name: String) -> [String] {
        let bytes = name.utf8
        // No name the server takes is longer, and the parents of one that is would take as much room each.
        guard bytes.count < 256 else { return [name] }
        var all = [name]
        var index = bytes.startIndex
        while let dot = bytes[index...].firstIndex(of: UInt8(ascii: ".")) {
            index = bytes.index(after: dot)
            if index < bytes.endIndex { all.append(String(name[index...])) }
        }
        return all
    }

    /// Whether the first is the second or a domain below it. Both must be normalised.
    package static func isWithin(_ name: String, _ parent: String) -> Bool {
        if name == parent { return true }
        let (bytes, tail) = (Array(name.utf8), Array(parent.utf8))
        guard !tail.isEmpty, bytes.count > tail.count, bytes.suffix(tail.count) == tail[...] else { return false }
        return bytes[bytes.count - tail.count - 1] == UInt8(ascii: ".")
    }

    /// The domain that a line of a list is about, normalised: for `*.example.org` and `.example.org` it is `example.org`,
    /// since the server's rules hold for what is below a domain too. Other stars stay, and make it no valid name. A port
    /// and a query go, as the rest of an address does.
    package static func covered(by text: String) -> (name: String, isWildcard: Bool) {
        let name = withoutPort(normalized(String(text.prefix { $0 != "?" })))
        for sign in ["*.", "."] where name.hasPrefix(sign) { return (String(name.dropFirst(sign.count)), true) }
        return (name, false)
    }

    private static func withoutPort(_ name: String) -> String {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return name }
        let digits = name.utf8[name.utf8.index(after: colon)...]
        guard (1...5).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return name }
        return normalized(String(name[..<colon]))
    }

    /// The part somebody registers: the last two labels, three below such as `co.uk`.
    ///
    /// The server asks the list of public suffixes; the few that matter here are the ones below countries' domains.
    package static func registrable(_ name: String) -> String {
        let labels = name.split(separator: ".")
        guard labels.count > 2 else { return name }
        let isCountry = labels[labels.count - 1].utf8.count == 2
        let isGeneral = generalLabels.contains(String(labels[labels.count - 2]))
        return labels.suffix(isCountry && isGeneral ? 3 : 2).joined(separator: ".")
    }

    /// Whether anybody may have a domain right below the name: `example`, `co.uk`.
    package static func isPublicSuffix(_ name: String) -> Bool {
        let labels = name.split(separator: ".")
        if labels.count < 2 { return true }
        return labels.count == 2 && labels[1].utf8.count == 2 && generalLabels.contains(String(labels[0]))
    }

    private static let generalLabels: Set<String> = [
        "ac", "co", "com", "edu", "gob", "gov", "ne", "net", "nom", "or", "org",
    ]

    private static func bare(_ text: String) -> String {
        var name = Substring(text)
        while let first = name.first, first.isWhitespace { name.removeFirst() }
        for scheme in ["https://", "http://", "@"] where name.hasPrefix(scheme) { name.removeFirst(scheme.count) }
        if let slash = name.firstIndex(of: "/") { name = name[..<slash] }
        while let last = name.last, last.isWhitespace || last == "." { name.removeLast() }
        return String(name)
    }

    /// Each label for itself, as Addressable does; one of 64 characters or more stays as it is.
    private static func ascii(_ name: String) -> String {
        let dotted = String(name.map { InternationalLabel.dots.contains($0) ? "." : $0 })
        let labels = dotted.split(separator: ".", omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, label) in labels.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ".")) }
            let isShort = label.unicodeScalars.prefix(64).count < 64
            bytes += (isShort ? InternationalLabel.ascii(String(label)) : String(label)).utf8
        }
        while bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
