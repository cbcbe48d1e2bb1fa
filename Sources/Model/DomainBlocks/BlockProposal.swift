/// What is to become of one domain when a declared list meets the server.
package struct BlockProposal: Sendable, Equatable {
    package enum Verdict: String, Sendable, Encodable, CaseIterable {
        case add, amend, remove
        /// The list wants something that is left undone, for the reason given.
        case kept
        /// The server does what the list wants.
        case same
    }

    package var domain: String
    package var verdict: Verdict
    /// What the list wants, after its limits.
    package var wanted: BlockRule?
    /// What the server does.
    package var present: BlockRule?
    /// What this list made the server do last.
    package var applied: BlockRule?
    package var sources: [String]
    package var reason: String?
    /// People here who follow somebody there, where that lowered the severity.
    package var followers: Int?

    package init(
        domain: String, verdict: Verdict, wanted: BlockRule? = nil, present: BlockRule? = nil,
        applied: BlockRule? = nil, sources: [String] = [], reason: String? = nil, followers: Int? = nil
    ) {
        self.domain = domain
        self.verdict = verdict
        self.wanted = wanted
        self.present = present
        self.applied = applied
        self.sources = sources
        self.reason = reason
        self.followers = followers
    }

    /// The change to make, nil when there is none.
    package var change: BlockChange? {
        switch verdict {
        case .add: wanted.map { .add(BlockEntry(domain, $0)) }
        case .amend:
            wanted.map {
                .amend(
                    domain,
                    BlockAmendment(
                        severity: $0.severity, rejectMedia: $0.rejectMedia, rejectReports: $0.rejectReports))
            }
        case .remove: .remove(domain)
        case .kept, .same: nil
        }
    }
}
