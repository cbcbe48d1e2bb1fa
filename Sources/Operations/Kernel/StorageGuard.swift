import Faults
import Model
import Stores

/// Keeps files from being deleted, and rows from being cleared of them, where it is not certain that the storage is the
/// server's own.
struct StorageGuard: Sendable {
    let doubts: [String]
    /// Whether the person in charge says that it is.
    let isTrusted: Bool

    /// Why the storage may be another one, nil when nothing speaks for that.
    ///
    /// - Parameter card: what is to be done; work that goes by a listing has some objects looked at, too.
    func doubt(_ card: Card, at site: Site<some Access>) async throws -> Fault? {
        if isTrusted { return nil }
        if !doubts.isEmpty { return fault(doubts) }
        return try await site.sampleStorage(listing: card.goesByListing).doubt.map { fault([$0.reason]) }
    }

    private func fault(_ notes: [String]) -> Fault {
        Fault(
            .configuration, "it is not certain that this is the server's own media storage", notes: notes,
            help: "look at the storage settings with `mastoctl config show`; if they are right, give --trust-storage")
    }
}
