import Model

/// Mails the server sends to users about themselves. Source: Mastodon 4.6.5 `app/mailers/user_mailer.rb` and Devise
/// 5.0.4 `confirmable.rb`, `database_authenticatable.rb`.
extension MailJob {
    /// Asks to confirm an address.
    ///
    /// - Parameters:
    ///   - token: what the link holds, and the user's row.
    ///   - address: where to, when it is not the one the user has.
    static func confirmation(of user: Int64, token: String, to address: String? = nil) -> MailJob {
        let options = address.map { [MailJob.options([.init("to", .string($0))])] } ?? []
        return MailJob("UserMailer", "confirmation_instructions", [row("User", user), .string(token)] + options)
    }

    /// Tells the old address of a change.
    static func emailChanged(of user: Int64, to address: String) -> MailJob {
        MailJob("UserMailer", "email_changed", [row("User", user), options([.init("to", .string(address))])])
    }

    /// Tells that the password is another one.
    static func passwordChanged(of user: Int64) -> MailJob {
        MailJob("UserMailer", "password_change", [row("User", user)])
    }
}
