// expected: referencing instance method 'delete' on 'SearchCluster' requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    try await site.search?.delete("accounts")
}
