import Model

/// One part of a retention policy: the operation it comes to, and how fast and how far that goes.
package struct PruneStage: Sendable {
    package enum Work: Sendable {
        case files(CachedFileRemoval)
        case orphans(OrphanRemoval)
    }

    /// The part's word in a policy: `preview_cards`.
    package var part: String
    package var work: Work
    /// Items at most, of this part alone.
    package var limit: Int?
    /// Items a second.
    package var rate: Double?
    package var concurrency: Int

    package init(part: String, work: Work, limit: Int?, rate: Double?, concurrency: Int) {
        self.part = part
        self.work = work
        self.limit = limit
        self.rate = rate
        self.concurrency = concurrency
    }
}
