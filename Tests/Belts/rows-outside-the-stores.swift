// expected: 'rows' is inaccessible due to 'internal' protection level
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    _ = try await site.database.read { try await $0.rows("select 1") { _ in 1 } }
}
