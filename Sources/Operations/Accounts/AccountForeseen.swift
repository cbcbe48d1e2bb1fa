import Model

/// What is told of accounts before consent.
package enum AccountForeseen: Sendable {
    /// It is already what it is to become; where that is a strike, there will be another.
    case already(AccountStanding, AccountAction)
    /// Nobody can follow it, and why.
    case unfollowable(String)
    /// Nobody will know the new password.
    case passwordUntold
    /// The domain's mail servers could not be asked for.
    case mailServersUnknown(domain: String, reason: String)
    /// Nobody could sign up with an address of the domain.
    case withoutMailServer(domain: String)
    /// The name has a user, who stays unless that is asked for.
    case nameHasUser(String)
    /// Who has the name now goes first.
    case replaced(username: String)
    /// How many rows of the first, at most, become those of the second.
    case merged(AccountReference, into: AccountReference, rows: Int)
    case moved(AccountReference, to: AccountReference)
    /// What goes with users who are deleted; the one where it is one.
    case deleted(AccountReference?, posts: Int, followers: Int)
    /// What is written down is also about others.
    case personalData
}
