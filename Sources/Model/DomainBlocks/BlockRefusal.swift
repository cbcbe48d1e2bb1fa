/// Why a change of a domain block cannot be made, or is not.
package enum BlockRefusal: Error, Sendable, Equatable {
    case missing(String)
    /// Not blocked itself, but by one above it.
    case onlyBelow(String, parent: String)
    case blockedAlready(String, BlockRule)
    case coveredBy(String, parent: String, BlockRule)
    /// Not as the plan saw it.
    case otherwise(String)
    case takenMeanwhile(String)
    /// Only the server's worker can carry it out.
    case needsWorker(String)
    /// This server's own domain.
    case own(String)
    /// A domain that this server's own is below.
    case aboveOwn(String, own: String)
    /// A name below which anybody may have a domain: `example`, `co.uk`.
    case publicSuffix(String)

    /// Nil when the block may stand beside the one that applies to the domain now.
    package init?(of entry: BlockEntry, besides existing: (domain: String, rule: BlockRule)) {
        if existing.domain == entry.domain {
            self = .blockedAlready(entry.domain, existing.rule)
        } else if !entry.rule.isStricter(than: existing.rule) {
            self = .coveredBy(entry.domain, parent: existing.domain, existing.rule)
        } else {
            return nil
        }
    }

    package var domain: String {
        switch self {
        case .missing(let domain), .onlyBelow(let domain, _), .blockedAlready(let domain, _),
            .coveredBy(let domain, _, _), .otherwise(let domain), .takenMeanwhile(let domain),
            .needsWorker(let domain), .own(let domain), .aboveOwn(let domain, _), .publicSuffix(let domain):
            domain
        }
    }

    /// Behind the domain: `a.example: it is not blocked`.
    package var reason: String {
        switch self {
        case .missing: "it is not blocked"
        case .onlyBelow(_, let parent): "it is not blocked itself, but by \(parent) above it"
        case .blockedAlready(_, let rule): "it is blocked already: \(rule.words)"
        case .coveredBy(_, let parent, let rule): "\(parent) above it is blocked at least as strictly: \(rule.words)"
        case .otherwise: "it is not as the plan saw it"
        case .takenMeanwhile: "it was blocked by somebody else meanwhile"
        case .own: "it is this server's own domain"
        case .aboveOwn(_, let own): "this server's own domain, \(own), is below it"
        case .publicSuffix: "it is no server's, but above the domains of many"
        case .needsWorker: "only the server's worker can carry this out; take the lane jobs"
        }
    }

    /// Whether what is named is not there.
    package var isAboutAbsence: Bool {
        switch self {
        case .missing, .onlyBelow: true
        default: false
        }
    }
}
