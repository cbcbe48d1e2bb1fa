/// The domains of e-mail addresses that the server's environment allows or refuses, beside its own list of blocks.
///
/// Source: Mastodon 4.6.5 `config/initializers/email_domains_lists.rb` and `app/validators/user_email_validator.rb`: both
/// lists have `|` between domains, hold for subdomains too, and a refused one holds for all that begins like it.
package struct EmailDomainLists: Sendable, Equatable {
    package var allowed: [String]
    package var refused: [String]
    /// Whether lists and blocks hold for users too who have confirmed their address.
    package var holdForConfirmed: Bool

    package init(allowed: String = "", refused: String = "", holdForConfirmed: Bool = false) {
        self.allowed = Self.domains(allowed)
        self.refused = Self.domains(refused)
        self.holdForConfirmed = holdForConfirmed
    }

    package func refuse(_ email: EmailAddress) -> Bool {
        if refused.contains(where: { email.domain.hasPrefix($0) || email.domain.contains("." + $0) }) { return true }
        return !allowed.isEmpty && !allowed.contains { email.domain == $0 || email.domain.hasSuffix("." + $0) }
    }

    private static func domains(_ text: String) -> [String] {
        text.lowercased().split(separator: "|").map(String.init)
    }
}
