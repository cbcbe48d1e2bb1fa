// expected: referencing instance method 'write' on 'Database' requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    _ = try await site.database.write { _ in 1 }
}
