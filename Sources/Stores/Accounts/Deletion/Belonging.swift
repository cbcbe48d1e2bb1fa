import Model
import Postgres

/// What is deleted of accounts beside posts and files, in the server's order.
package enum Belonging: Sendable, CaseIterable {
    case plain, favourites, bookmarks, follows, blocks, collections
}

extension DoomedAccounts {
    /// Deletes a batch of a kind of belongings.
    package func delete(
        _ belonging: Belonging, over connection: Transaction<ReadWrite>
    ) async throws -> (Aftermath, hasMore: Bool) {
        switch belonging {
        case .plain: return (Aftermath(), try await deletePlain(over: connection))
        case .favourites: return try await deleteFavourites(over: connection)
        case .bookmarks: return try await deleteBookmarks(over: connection)
        case .follows: return try await endFollows(over: connection)
        case .blocks: return try await endBlocks(over: connection)
        case .collections:
            try await deleteCollections(over: connection)
            return (Aftermath(), false)
        }
    }
}
