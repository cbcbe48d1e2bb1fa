/// The address of somebody's page or actor on a web site: `https://example.org/@alice`, `…/users/alice`, `…/ap/users/1`.
///
/// Source: Mastodon 4.6.5 `config/routes.rb` and `config/routes/web_app.rb`; actors named by their id exist since 4.5.
package struct ProfileAddress: Sendable, Equatable {
    package enum Subject: Sendable, Equatable {
        /// Lower case.
        case user(String)
        /// An account of that server, by its id there.
        case actor(Int64)
        /// An account that server knows, by its id there: what its moderators' pages show.
        case row(Int64)
        /// A remote account that a page there shows: `/@alice@example.org`.
        case guest(user: String, domain: String)
        /// Not to be told from the address: other programs' pages.
        case unknown
    }

    /// Without what follows a `?` or `#`, and without a slash at its end.
    package let url: String
    /// The web site's name, normalised, with a port that is not the usual one.
    package let host: String
    package let subject: Subject

    /// Nil for what is no such address. Without `https://` before it only an address that names somebody is one.
    package init?(_ text: String) {
        guard text.utf8.count <= 2_048 else { return nil }
        let lower = text.prefix(8).lowercased()
        let scheme = ["https://", "http://"].first { lower.hasPrefix($0) }
        let rest = text.dropFirst(scheme?.count ?? 0).prefix { $0 != "?" && $0 != "#" }
        var parts = rest.split(separator: "/").map { String($0).replacing("%40", with: "@") }
        guard parts.count > 1, !rest.contains(where: \.isWhitespace) else { return nil }
        let site = parts.removeFirst()
        guard let host = Self.host(site, isPlain: scheme == "http://") else { return nil }
        self.host = host
        url = (scheme ?? "https://") + host + "/" + parts.joined(separator: "/")
        subject = Self.subject(of: parts)
        guard scheme != nil || (host.contains(".") && subject != .unknown) else { return nil }
    }

    /// The ways in which the address may stand in a row: of the page, of the actor.
    package var spellings: [String] {
        var all = [url, url + "/"]
        if case .user(let name) = subject {
            let root = url.prefix(url.hasPrefix("https") ? 8 : 7) + host
            let typed = url.split(separator: "/").map { $0.hasPrefix("@") ? $0.dropFirst() : $0 }
                .first { $0.lowercased() == name }
            for name in Set([name, typed.map(String.init) ?? name]) {
                all += ["\(root)/users/\(name)", "\(root)/@\(name)"]
            }
        }
        return Array(Set(all)).sorted()
    }

    /// What may stand behind somebody's name and still be about that account, and not about a post.
    private static let pages: Set<String> = [
        "about", "collections", "featured", "followers", "following", "inbox", "media", "outbox", "tagged",
        "with_replies",
    ]

    private static func subject(of parts: [String]) -> Subject {
        var parts = parts[...]
        let isApp = ["web", "deck"].contains(parts.first)
        if isApp { parts = parts.dropFirst() }
        func ends(after count: Int) -> Bool { parts.dropFirst(count).first.map(pages.contains) ?? true }
        guard let first = parts.first else { return .unknown }
        let second = parts.dropFirst().first ?? ""
        let third = parts.dropFirst(2).first ?? ""
        switch first {
        case "users" where AccountName.isName(second) && ends(after: 2): return .user(second.lowercased())
        case "ap" where second == "users" && ends(after: 3): return Int64(third).map(Subject.actor) ?? .unknown
        case "accounts" where isApp: return Int64(second).map(Subject.row) ?? .unknown
        case "admin" where second == "accounts": return Int64(third).map(Subject.row) ?? .unknown
        case "actor" where parts.count == 1: return .actor(ActorName.instanceActor)
        case _ where first.hasPrefix("@") && ends(after: 1):
            let words = first.dropFirst().split(separator: "@", omittingEmptySubsequences: false).map(String.init)
            guard AccountName.isName(words[0]) else { return .unknown }
            if words.count == 1 { return .user(words[0].lowercased()) }
            let domain = DomainName.normalized(words[1])
            guard words.count == 2, !domain.isEmpty else { return .unknown }
            return .guest(user: words[0].lowercased(), domain: domain)
        default: return .unknown
        }
    }

    private static func host(_ text: String, isPlain: Bool) -> String? {
        // A password before the name is nobody's profile.
        guard !text.contains("@") else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let name = DomainName.normalized(String(parts[0]))
        guard parts.count <= 2, DomainName.isValid(name) else { return nil }
        guard parts.count == 2 else { return name }
        guard let port = UInt16(parts[1]) else { return nil }
        return port == (isPlain ? 80 : 443) ? name : "\(name):\(port)"
    }
}
