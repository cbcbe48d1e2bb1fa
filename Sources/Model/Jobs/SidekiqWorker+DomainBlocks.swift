extension SidekiqWorker {
    /// Does to the accounts of a domain what its block says. Takes the block's id, and after a change of an existing block
    /// whether its severity is another one.
    package static let domainBlock = SidekiqWorker("DomainBlockWorker")
    /// Deletes the accounts of a domain that is no longer allowed. Takes the domain.
    package static let afterUnallowDomain = SidekiqWorker("AfterUnallowDomainWorker")
}
