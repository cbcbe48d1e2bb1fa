import Faults

/// What speaks against a user as wanted, by the field and in the server's own words: `email`, `taken`.
package struct UserFlaw: Error, Sendable, Equatable {
    package enum Field: String, Sendable {
        case username = "account.username"
        case email, password
    }

    package var field: Field
    /// `blank`, `invalid`, `too_long`, `too_short`, `taken`, `blocked`, `reserved`.
    package var word: String

    package init(_ field: Field, _ word: String) {
        self.field = field
        self.word = word
    }

    package var fault: Fault {
        Fault(.badData, "\(field.rawValue): \(word)", notes: [meaning], help: help)
    }

    private var meaning: String {
        switch (field, word) {
        case (.username, "blank"): "the name is empty"
        case (.username, "invalid"): "a name is made of letters from a to z, digits and _"
        case (.username, "too_long"): "a name has at most \(Username.longest) letters"
        case (.username, "taken"): "an account here has this name already; capitals make no difference"
        case (.username, "reserved"): "the server reserves this name"
        case (.email, "blank"): "the address is empty"
        case (.email, "too_long"): "an address has at most \(EmailAddress.longest) letters"
        case (.email, "taken"): "another user has this address, or it or one that leads to the same mailbox is blocked"
        case (.email, "blocked"): "the domain of the address is blocked for sign-ups"
        case (.email, _): "this is no e-mail address the server takes"
        case (.password, _): "a password has 8 to 72 letters, in at most 72 bytes"
        default: "the server would refuse it"
        }
    }

    private var help: String? {
        switch (field, word) {
        case (.username, "taken"): "choose another one, or give an account without a user a new one with --reattach"
        case (.email, "taken"): "see `mastoctl canonical-email-blocks find` for blocks"
        case (.email, "blocked"): "see `mastoctl email-domain-blocks list`"
        default: nil
        }
    }
}

extension UserFlaw {
    /// A password is taken when it has 8 to 72 letters, of which bcrypt reads 72 bytes. Source: Mastodon 4.6.5
    /// `config/initializers/devise.rb`.
    package static func check(password: String) throws(UserFlaw) {
        if password.unicodeScalars.count < 8 { throw UserFlaw(.password, "too_short") }
        if password.utf8.count > 72 { throw UserFlaw(.password, "too_long") }
        if password.utf8.contains(0) { throw UserFlaw(.password, "invalid") }
    }
}
