// expected: 'call' is inaccessible due to 'internal' protection level
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    _ = try await site.search?.call("DELETE", "/accounts")
}
