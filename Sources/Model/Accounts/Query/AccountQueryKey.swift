/// The words before the colon in a query over accounts, and what each takes.
package enum AccountQueryKey: String, QueryKey {
    case origin, domain, status, role, username
    case displayName = "display-name"
    case email
    case emailDomain = "email-domain"
    case ip, created
    case lastActive = "last-active"
    case lastPost = "last-post"
    case posts, followers, following, storage, reports, strikes, bot, locked, id

    package static var example: String { "origin:remote or username:al*" }

    /// What its values look like, for a fault's advice and the manual.
    package var form: String {
        switch self {
        case .origin: "local or remote"
        case .domain: "a domain such as example.org, or *.example.org for its subdomains"
        case .status: AccountStatus.allCases.map(\.rawValue).joined(separator: ", ")
        case .role: "the name or number of a role, or none"
        case .username: "a name, with * for anything"
        case .displayName: "a part of the name, with * for anything"
        case .email: "an address such as a@example.org or *@example.org"
        case .emailDomain: "a domain such as example.org, or *.example.org for its subdomains"
        case .ip: "an address or a range such as 192.0.2.0/24 or 2001:db8::/32"
        case .created: "a date (2026-01-31) or an age (>90d, <2y, 30d..90d)"
        case .lastActive, .lastPost: "a date (2026-01-31), an age (>90d, <2y, 30d..90d) or never"
        case .posts, .followers, .following, .reports, .strikes: "a number such as 0, >100 or 10..20"
        case .storage: "a size such as >1GB, <500k or 1MB..1GB"
        case .bot, .locked: "yes or no"
        case .id: "a number or a range of numbers"
        }
    }
}
