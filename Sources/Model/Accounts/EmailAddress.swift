/// An e-mail address as the server keeps it: without outer blanks, lower case.
///
/// Source: Mastodon 4.3.23 to 4.6.5 `app/validators/email_address_validator.rb` and `email_mx_validator.rb` (what they
/// say about the form), `config/initializers/devise.rb` (lower case, blanks), `app/models/user.rb` (the length), and
/// the addresses that the mail gem reads back unchanged.
package struct EmailAddress: Sendable, Hashable {
    package let text: String
    /// Before the `@`.
    package let local: String
    /// Behind it, as typed but for case.
    package let domain: String

    /// What is wrong with the form of an address, by the server's own words.
    package enum Flaw: String, Error, Sendable {
        case blank
        case invalid
        case tooLong = "too_long"
    }

    package static let longest = 320

    package init(_ typed: String) throws(Flaw) {
        let text = String(typed.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            .lowercased()
        guard !text.isEmpty else { throw .blank }
        guard text.unicodeScalars.count <= Self.longest else { throw .tooLong }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isLocalPart(parts[0]), Self.isDomain(parts[1]) else { throw .invalid }
        self.text = text
        local = String(parts[0])
        domain = String(parts[1])
    }

    /// The domain and those above it: `mail.example.org`, `example.org`, `org`. A block of any of them applies.
    package var domains: [String] { DomainName.suffixes(of: DomainName.normalized(domain)) }

    /// Words with dots anywhere, as old mobile networks gave them out; quotes and `%` are refused.
    private static func isLocalPart(_ part: Substring) -> Bool {
        part.unicodeScalars.contains { $0 != "." }
            && part.unicodeScalars.allSatisfy { $0 == "." || isOrdinary($0, beside: localMarks) }
    }

    /// Words with single dots between them, or an address in brackets.
    private static func isDomain(_ part: Substring) -> Bool {
        if part.hasPrefix("["), part.hasSuffix("]") {
            return part.unicodeScalars.dropFirst().dropLast().allSatisfy { isOrdinary($0, beside: literalMarks) }
        }
        return part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.unicodeScalars.allSatisfy { isOrdinary($0, beside: domainMarks) }
        }
    }

    private static func isOrdinary(_ scalar: Unicode.Scalar, beside marks: Set<Unicode.Scalar>) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "\u{80}"...: !scalar.properties.isWhitespace
        default: marks.contains(scalar)
        }
    }

    private static let localMarks = Set("!#$&'*+-/=?^_`{|}~".unicodeScalars)
    /// Those of a local part that may stand in a host's name too.
    private static let domainMarks = Set("!$&'*+-=^_`|~".unicodeScalars)
    private static let literalMarks = Set("!$&'()*+-.:;=^_`|~".unicodeScalars)
}
