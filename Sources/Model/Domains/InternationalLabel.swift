/// One label of a domain in the alphabet the name system knows.
///
/// As IDNA 2003 has it, which the server goes by (libidn through Addressable): what looks alike or is invisible is mapped
/// first, so that `Straße` is `strasse`. The mapping is done as far as it matters in names: letters' case, composed
/// letters, full-width forms, invisible characters.
enum InternationalLabel {
    /// Full stops of other scripts, which separate labels too (RFC 3490, section 3.1).
    static let dots: Set<Character> = ["\u{3002}", "\u{FF0E}", "\u{FF61}"]

    /// `xn--…`, or the label itself when it is ASCII; as it came when it has no such form.
    static func ascii(_ label: String) -> String {
        let scalars = mapped(label)
        if scalars.allSatisfy(\.isASCII) { return String(String.UnicodeScalarView(scalars)) }
        guard let encoded = Punycode.encode(scalars) else { return label }
        return "xn--" + encoded
    }

    /// Lower case, composed, without what nobody sees. Source: RFC 3491 (Nameprep).
    private static func mapped(_ label: String) -> [Unicode.Scalar] {
        var simple = String.UnicodeScalarView()
        for scalar in label.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x00AD, 0x034F, 0x1806, 0x180B...0x180D, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: continue
            case 0x00DF: simple.append(contentsOf: "ss".unicodeScalars)
            case 0x03C2: simple.append("\u{3C3}")
            case 0xFF01...0xFF5E:
                if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { simple.append(plain) }
            default: simple.append(scalar)
            }
        }
        return String(simple).lowercased().flatMap(composed)
    }

    /// One scalar for a letter and its marks, where there is one.
    private static func composed(_ character: Character) -> [Unicode.Scalar] {
        let scalars = Array(character.unicodeScalars)
        guard scalars.count > 1 else { return scalars }
        if let single = singles[character] { return [single] }
        // The letter with its first marks, and the others behind it.
        for count in stride(from: scalars.count - 1, to: 1, by: -1) {
            var part = String.UnicodeScalarView()
            part.append(contentsOf: scalars[..<count])
            let text = String(part)
            guard text.count == 1, let first = text.first, let single = singles[first] else { continue }
            return [single] + scalars[count...]
        }
        return scalars
    }

    /// The composed letters of the scripts that have them. Characters are equal however they are written, so that looking
    /// one up finds its composed form.
    private static let singles: [Character: Unicode.Scalar] = {
        var all: [Character: Unicode.Scalar] = [:]
        for range: ClosedRange<UInt32> in [0xC0...0x1FFF, 0x3040...0x30FF, 0xAC00...0xD7A3] {
            for value in range {
                guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
                all[Character(scalar)] = all[Character(scalar)] ?? scalar
            }
        }
        return all
    }()
}
