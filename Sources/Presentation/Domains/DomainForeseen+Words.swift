import Model
import Operations

extension DomainForeseen {
    /// The line a person reads.
    var words: String {
        switch self {
        case .accountsGo(let count): "\(Noun.counted(count, "accounts", "go with them")), and all their posts"
        case .followsEnd(let follows, let followers):
            "\(Noun.counted(follows, "follows")) by people here and \(Noun.counted(followers, "follows")) of them end; "
                + "other servers are not told"
        case .emojiBelowStay:
            "emoji of subdomains stay, as with the server's own tool; --subdomain-emoji takes them too"
        }
    }
}
