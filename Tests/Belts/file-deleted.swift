// expected: referencing instance method 'delete' on 'Objects' requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    _ = try await site.objects.delete([])
}
