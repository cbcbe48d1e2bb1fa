/// The blocks of this server that apply to an account.
package struct AccountBlocks: Sendable, Encodable {
    /// A block of the domain or of one above it: the longest that applies.
    package var domain: DomainRule?
    package var emailDomains: [String] = []
    package var ips: [Network] = []
    /// Whether the user's address is one that may not sign up.
    package var canonicalEmail = false

    package struct Network: Sendable, Encodable, Equatable {
        /// The blocked range.
        package var range: String
        package var severity: String

        package init(range: String, severity: Int64) {
            self.range = range
            self.severity = Self.words[severity] ?? "\(severity)"
        }

        /// Source: Mastodon 4.6.5 `app/models/ip_block.rb`; the same since 4.2.
        private static let words: [Int64: String] = [
            5_000: "sign_up_requires_approval", 5_500: "sign_up_block", 9_999: "no_access",
        ]
    }

    package init() {}
}
