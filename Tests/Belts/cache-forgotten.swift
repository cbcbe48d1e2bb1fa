// expected: referencing instance method 'forget(statuses:)' on 'CacheStore' requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    await site.cache.forget(statuses: [1])
}
