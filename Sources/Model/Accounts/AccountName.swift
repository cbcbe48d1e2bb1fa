/// What an account is called on a command line or in a file: `alice`, `@alice@example.org`, `acct:alice@example.org`,
/// `https://example.org/@alice`, `109876543210987654`, `a@mail.example`.
package enum AccountName: Sendable, Equatable {
    /// A local account's name, lower case.
    case local(String)
    /// `user@domain`: an account, of this server when the domain is its own, or the e-mail address of a local user.
    case address(user: String, domain: String)
    /// Digits only: an id, or a local name made of digits.
    case number(Int64)
    /// `id:109876543210987654`: an id and nothing else.
    case id(Int64)
    /// Where somebody's page or actor is.
    case profile(ProfileAddress)

    /// Nil for what can be no account's name.
    package init?(_ text: String) {
        if text.hasPrefix("id:") {
            guard let id = Int64(text.dropFirst(3)), id > 0 || id == -99 else { return nil }
            self = .id(id)
            return
        }
        if text.contains("/"), let profile = ProfileAddress(text) {
            if case .guest(let user, let domain) = profile.subject {
                self = .address(user: user, domain: domain)
            } else {
                self = .profile(profile)
            }
            return
        }
        let isAddress = text.prefix(5).lowercased() == "acct:"
        let handle = isAddress ? text.dropFirst(5) : text[...]
        let isHandle = isAddress || handle.hasPrefix("@")
        let words = (handle.hasPrefix("@") ? handle.dropFirst() : handle)
            .split(separator: "@", omittingEmptySubsequences: false)
        switch words.count {
        case 1:
            guard Self.isName(words[0]) else { return nil }
            if !isHandle, let number = Int64(words[0]), number > 0 {
                self = .number(number)
            } else {
                self = .local(words[0].lowercased())
            }
        case 2:
            let domain = DomainName.normalized(String(words[1]))
            guard !words[0].isEmpty, !domain.isEmpty, !words[0].contains(where: \.isWhitespace),
                !words[0].contains(":"), !words[1].contains("/")
            else { return nil }
            self = .address(user: words[0].lowercased(), domain: domain)
        default: return nil
        }
    }

    /// As the server's own pages and tootctl write it: `alice` for an account of this server, else `alice@example.org`;
    /// nil where only the database can tell.
    ///
    /// - Parameter own: the server's own domains, normalised.
    package func handle(own: some Collection<String>) -> String? {
        switch self {
        case .local(let user): user
        case .address(let user, let domain): own.contains(domain) ? user : "\(user)@\(domain)"
        case .profile(let profile):
            if case .user(let user) = profile.subject {
                own.contains(profile.host) ? user : "\(user)@\(profile.host)"
            } else {
                nil
            }
        case .number, .id: nil
        }
    }

    /// The same for a text, which stays as it is when it is no handle.
    package static func handle(_ text: String, own: some Collection<String>) -> String {
        AccountName(text)?.handle(own: own) ?? text
    }

    /// Letters, digits and `_`, and `.` and `-` between them. Source: Mastodon 4.6.5 `app/models/account.rb`
    /// (`USERNAME_RE`).
    static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

/// An account, found: its id and its handle.
package struct AccountReference: Sendable, Hashable, Codable {
    package var id: Int64
    package var username: String
    /// Nil for an account of this server.
    package var domain: String?

    package init(id: Int64, username: String, domain: String?) {
        self.id = id
        self.username = username
        self.domain = domain
    }

    package var isLocal: Bool { domain == nil }
    /// `alice` or `alice@example.org`, as the server's own pages and tootctl write it.
    package var handle: String { domain.map { "\(username)@\($0)" } ?? username }
}
