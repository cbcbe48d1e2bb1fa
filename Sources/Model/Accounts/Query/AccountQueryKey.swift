/// The words before the colon in a query over accounts, and what each takes.
package enum AccountQueryKey: String, Sendable, CaseIterable {
    case origin, domain, status, role, username
    case displayName = "display-name"
    case email
    case emailDomain = "email-domain"
    case ip, created
    case lastActive = "last-active"
    case lastPost = "last-post"
    case posts, followers, following, storage, reports, strikes, bot, locked, id

    /// `Last_Active` is `last-active`.
    package init?(word: String) {
        self.init(rawValue: String(word.lowercased().map { $0 == "_" ? "-" : $0 }))
    }

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

    /// The key a mistyped word was probably meant to be.
    static func nearest(to word: String) -> AccountQueryKey? {
        // A long word is no slip of the finger, and would cost time.
        guard word.utf8.count <= 24 else { return nil }
        let letters = Array(word.lowercased().utf8)
        let distances = allCases.map { ($0, distance(letters, Array($0.rawValue.utf8))) }
        guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= 2, best.1 < best.0.rawValue.utf8.count else {
            return nil
        }
        return best.0
    }

    /// How many letters have to be added, dropped or replaced to make one word of another.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (letter == right[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}

/// What is wrong with a query, and where.
package struct AccountQueryError: Error, Sendable, Equatable {
    /// Lower case, without a final stop: `unknown key 'orign'`.
    package var message: String
    /// The term, shortened when long.
    package var term: String
    /// The character of the query it begins at, from 1.
    package var position: Int
    package var help: String?

    /// All of it in one line.
    package var text: String {
        "\(message), in '\(term)' at character \(position)" + (help.map { "; \($0)" } ?? "")
    }
}
