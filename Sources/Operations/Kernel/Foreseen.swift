import Model

/// What is told before consent. Words for people are Presentation's.
package enum Foreseen: Sendable {
    case account(AccountForeseen)
    case backup(BackupForeseen)
    case block(BlockForeseen)
    case domain(DomainForeseen)
    case list(ListForeseen)
    case media(MediaForeseen)
    case provider(ProviderForeseen)
    /// Jobs are queued for a worker that no process serves: they wait.
    case noWorker(SidekiqWorker)
    /// Tables that no release has hold what goes, and whether their rows go, too.
    case unknownTables([String], areTaken: Bool)
    /// A plan and the server have different schemas.
    case otherSchema(plan: String, server: String)
}
