// expected: 'execute' is inaccessible due to 'internal' protection level
import Model
import Stores

func attempt(_ site: Site<ReadWrite>) async throws {
    _ = try await site.database.write { try await $0.execute("delete from accounts") }
}
