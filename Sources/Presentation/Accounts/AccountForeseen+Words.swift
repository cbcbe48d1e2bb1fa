import Model
import Operations

extension AccountForeseen {
    /// The line a person reads.
    var words: String {
        switch self {
        case .already(let standing, let action):
            "\(standing.account.handle) is \(standing.inWords(for: action)) already"
                + (action.strike == nil ? "" : "; this adds another strike")
        case .unfollowable(let reason): reason
        case .passwordUntold:
            "nobody is told the new password; ask for it with --show-password or --password-file, or let the user "
                + "choose one with the link of a mail"
        case .mailServersUnknown(let domain, let reason): "the mail servers of \(domain) are not known: \(reason)"
        case .withoutMailServer(let domain):
            "no mail server is known for \(domain); nobody could sign up with this address"
        case .nameHasUser(let username): "\(username) has a user; give --force to delete it"
        case .replaced(let username): "\(username) and all it has is deleted first"
        case .merged(let from, let into, let rows):
            "\(from.handle) goes, and up to \(Noun.counted(rows, "rows of it", "become")) those of \(into.handle)"
        case .moved(let account, let target): "\(account.handle) moves to \(target.handle)"
        case .deleted(let account, let posts, let followers):
            "with \(account?.handle ?? "them") \(Noun.agreeing(posts + followers, "go")) "
                + "\(Noun.counted(posts, "posts")) and \(Noun.counted(followers, "followers")); "
                + "other servers are told, and nothing of it can be brought back"
        case .personalData: "the files hold personal data, also of others: keep them from everybody else"
        }
    }
}
