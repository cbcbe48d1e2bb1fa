// expected: conformance of 'Transaction<Mode>' to 'Sendable' is unavailable
import Model
import Stores

func attempt(_ site: Site<ReadWrite>) async throws -> Transaction<ReadWrite> {
    try await site.database.write { $0 }
}
