/// What an account is called on a command line: `alice`, `@alice@example.org`, `109876543210987654`, `a@mail.example`.
package enum AccountName: Sendable, Equatable {
    /// A local account's name, lower case.
    case local(String)
    /// `user@domain`: an account, of this server when the domain is its own, or the e-mail address of a local user.
    case address(user: String, domain: String)
    /// Digits only: an id, or a local name made of digits.
    case number(Int64)
    /// `id:109876543210987654`: an id and nothing else.
    case id(Int64)

    /// Nil for what can be no account's name.
    package init?(_ text: String) {
        if text.hasPrefix("id:") {
            guard let id = Int64(text.dropFirst(3)), id > 0 || id == -99 else { return nil }
            self = .id(id)
            return
        }
        let isHandle = text.hasPrefix("@")
        let words = (isHandle ? text.dropFirst() : text[...]).split(separator: "@", omittingEmptySubsequences: false)
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
            guard !words[0].isEmpty, !domain.isEmpty, !words[0].contains(where: \.isWhitespace) else { return nil }
            self = .address(user: words[0].lowercased(), domain: domain)
        default: return nil
        }
    }

    /// Letters, digits and `_`, and `.` and `-` between them. Source: Mastodon 4.6.5 `app/models/account.rb`
    /// (`USERNAME_RE`).
    private static func isName(_ text: Substring) -> Bool {
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
