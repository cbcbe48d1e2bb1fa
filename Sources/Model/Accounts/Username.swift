/// A name for a new local account.
///
/// Source: Mastodon 4.3.23 to 4.6.5 `app/models/account.rb`: one or more letters, digits and `_`, at most 30. Whether
/// it is free is the database's to say, in any case.
package struct Username: Sendable, Hashable {
    /// As typed: the server keeps the case and ignores it.
    package let text: String

    /// What is wrong with a name, by the server's own words.
    package enum Flaw: String, Error, Sendable {
        case blank
        case invalid
        case tooLong = "too_long"
    }

    package static let longest = 30

    package init(_ typed: String) throws(Flaw) {
        let text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { throw .blank }
        guard text.utf8.allSatisfy(Self.isAllowed) else { throw .invalid }
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        self.text = text
    }

    static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
