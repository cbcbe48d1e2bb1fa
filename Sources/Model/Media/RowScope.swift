/// Which rows are looked at.
package struct RowScope: Sendable, Equatable {
    /// Only rows of accounts of these domains and their subdomains; empty for all. Kinds that belong to no account
    /// are then left out.
    package var domains: [String]

    package init(domains: [String] = []) {
        self.domains = domains
    }
}
