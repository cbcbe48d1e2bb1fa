// expected: referencing instance method 'apply' on 'KeyStore' requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    try await site.keys.apply([.unlink(["key"])])
}
