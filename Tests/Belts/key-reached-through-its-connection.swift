// expected: 'connection' is inaccessible due to 'internal' protection level
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    _ = try await site.keys.connection()
}
