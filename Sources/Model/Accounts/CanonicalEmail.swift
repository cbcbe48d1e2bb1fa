/// The address behind an address: lower case, without dots and without a tag in its local part, so that one mailbox has
/// one block however it is written.
///
/// Source: Mastodon 4.3.23 `app/helpers/email_helper.rb`, 4.5.15 and 4.6.5 `app/models/concerns/canonical_email.rb` and
/// `app/models/canonical_email_block.rb`; the same rule since 4.2.
package struct CanonicalEmail: Sendable, Hashable {
    /// `first.last+news@Example.org` is `firstlast@example.org`.
    package let text: String

    /// - Parameter address: any text; what stands behind the first `@` stays as it is.
    package init(of address: String) {
        // Not by characters: a mark behind the `@` would hide it.
        let parts = address.lowercased().utf8.split(
            separator: UInt8(ascii: "@"), maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].prefix { $0 != UInt8(ascii: "+") }.filter { $0 != UInt8(ascii: ".") }
        let domain = parts.count == 2 ? Array(parts[1]) : []
        text = String(decoding: name + [UInt8(ascii: "@")] + domain, as: UTF8.self)
    }
}
