// expected: requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    _ = try await site.database.read { try await $0.domainBlocks.delete(1) }
}
