/// Domains that are blocked by nobody on purpose: this server's own, those above it, and names that stand for a whole
/// part of the network. One guard for every way by which blocks come about.
package struct BlockGuard: Sendable, Equatable {
    /// The server's own names.
    private let own: [String]
    /// Asked for by name, all the same.
    private let allowed: Set<String>

    /// - Parameters:
    ///   - own: the server's own names.
    ///   - names: domains that are to be blocked all the same, as typed.
    package init(own: [String], allowing names: [String] = []) {
        self.own = own.map(DomainName.normalized)
        allowed = Set(names.map(DomainName.normalized))
    }

    /// Why the domain is not to be blocked; nil for all others.
    ///
    /// - Parameter domain: normalised.
    package func refusal(of domain: String) -> BlockRefusal? {
        if allowed.contains(domain) { return nil }
        if own.contains(domain) { return .own(domain) }
        if let below = own.first(where: { DomainName.isWithin($0, domain) }) { return .aboveOwn(domain, own: below) }
        return DomainName.isPublicSuffix(domain) ? .publicSuffix(domain) : nil
    }
}
