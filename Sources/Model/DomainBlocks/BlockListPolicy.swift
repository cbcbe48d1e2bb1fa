/// A declared list of blocks: where it comes from, how the sources become one list, what is never blocked.
package struct BlockListPolicy: Sendable, Equatable {
    /// Stands in the marker of each block it adds.
    package var name: String
    package var sources: [BlockListSource]
    package var merge: BlockMerge
    package var maxSeverity: BlockSeverity
    /// The most that is proposed for a domain that people here follow.
    package var followedSeverity: BlockSeverity
    /// Never blocked, nor their subdomains.
    package var allowed: [String]
    /// Blocked where the list says so although they are the server's own, allowed, or stand for a part of the network:
    /// named by who runs it.
    package var forced: [String] = []
    /// Of this server besides the ones it is configured with.
    package var protected: [String]
    package var removal: Removal
    /// Whether blocks made by hand are made stricter where the list is.
    package var adopts: Bool
    /// Changes one `sync` may make.
    package var maxChanges: Int
    /// The share of its blocks one `sync` may remove.
    package var maxRemovals: Double

    /// What becomes of a block that this list added and no longer holds.
    package enum Removal: String, CaseIterable, Sendable {
        /// It goes.
        case unlisted
        /// It goes when a source takes it back in so many words.
        case retracted
        case never
    }

    package init(
        name: String, sources: [BlockListSource], merge: BlockMerge = .max, maxSeverity: BlockSeverity = .suspend,
        followedSeverity: BlockSeverity = .silence, allowed: [String] = [], protected: [String] = [],
        removal: Removal = .unlisted, adopts: Bool = false, maxChanges: Int = 500, maxRemovals: Double = 0.2
    ) {
        self.name = name
        self.sources = sources
        self.merge = merge
        self.maxSeverity = maxSeverity
        self.followedSeverity = followedSeverity
        self.allowed = allowed
        self.protected = protected
        self.removal = removal
        self.adopts = adopts
        self.maxChanges = maxChanges
        self.maxRemovals = maxRemovals
    }

    /// What the private comment of each block it adds begins with.
    package var marker: String { "[mastoctl:\(name)]" }
}

/// One of the places a list comes from.
package struct BlockListSource: Sendable, Equatable {
    package enum Place: Sendable, Equatable {
        case file(String)
        case url(String)
        /// The public list of the server of that address.
        case instance(String)
        /// Its list as its moderators see it; the file holds a token.
        case admin(String, tokenFile: String)
    }

    package enum Kind: String, Sendable, Equatable {
        case blocks
        /// Domains that the author of other lists has taken off them.
        case retractions
    }

    package var name: String
    package var place: Place
    package var kind: Kind
    /// The weight it has where sources are counted.
    package var trust: Double
    package var maxSeverity: BlockSeverity
    /// Of entries that give none.
    package var severity: BlockSeverity
    /// How long a copy is good without asking, in seconds.
    package var ttl: Double
    /// Whether a plan is made without it when it cannot be had.
    package var isOptional: Bool

    package init(
        name: String, place: Place, kind: Kind = .blocks, trust: Double = 1, maxSeverity: BlockSeverity = .suspend,
        severity: BlockSeverity = .suspend, ttl: Double = 86_400, isOptional: Bool = false
    ) {
        self.name = name
        self.place = place
        self.kind = kind
        self.trust = trust
        self.maxSeverity = maxSeverity
        self.severity = severity
        self.ttl = ttl
        self.isOptional = isOptional
    }
}

/// How what several sources say of a domain becomes one rule.
package enum BlockMerge: Sendable, Equatable {
    /// The strictest.
    case max
    /// The mildest.
    case min
    /// The strictest that sources of so much weight together ask for.
    case threshold(Threshold)

    package enum Threshold: Sendable, Equatable {
        case weight(Double)
        /// Of the weight of all sources, from 0 to 1.
        case share(Double)
    }
}
