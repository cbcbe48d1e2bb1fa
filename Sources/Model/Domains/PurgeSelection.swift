/// Which servers a purge is about.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/domains.rb` (`purge`).
package struct PurgeSelection: Sendable, Equatable {
    /// Servers by their exact name, as the database holds it.
    package var domains: [String]
    /// Everything below these, without them.
    package var parents: [String]
    /// Every server that is not explicitly allowed; the others are then ignored.
    package var isEverybodyNotAllowed: Bool
    /// Whether the address of the actor decides, and not the handle.
    package var isByURI: Bool
    /// Whether blocks of the domains go too.
    package var takesBlocks: Bool
    /// Whether emoji of what lies below a domain go too.
    package var takesEmojiBelow: Bool

    /// - Parameters:
    ///   - names: as typed; `*.example.org` is everything below `example.org`.
    ///   - includesSubdomains: whether what lies below each name is meant too.
    package init(
        _ names: [String], includesSubdomains: Bool = false, isEverybodyNotAllowed: Bool = false,
        isByURI: Bool = false, takesBlocks: Bool = false, takesEmojiBelow: Bool = false
    ) {
        var domains: [String] = []
        var parents: [String] = []
        for name in names {
            if name.hasPrefix("*.") {
                parents.append(DomainName.normalized(String(name.dropFirst(2))))
            } else {
                domains.append(DomainName.normalized(name))
            }
        }
        if includesSubdomains { parents += domains }
        self.domains = Self.unique(domains)
        self.parents = Self.unique(parents)
        self.isEverybodyNotAllowed = isEverybodyNotAllowed
        self.isByURI = isByURI
        self.takesBlocks = takesBlocks
        self.takesEmojiBelow = takesEmojiBelow
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// Whether a server's name is one of those meant.
    package func covers(_ domain: String) -> Bool {
        let domain = domain.lowercased()
        return domains.contains(domain) || parents.contains { domain.hasSuffix("." + $0) }
    }

    /// For people.
    package var words: String {
        if isEverybodyNotAllowed { return "every server that is not allowed" }
        let all = domains + parents.filter { !domains.contains($0) }.map { "*.\($0)" }
        return all.joined(separator: " ")
    }
}
