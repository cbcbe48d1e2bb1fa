// expected: referencing instance method 'push(_:limit:at:processes:)' on 'JobStore' requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    _ = try await site.jobs.push([], at: .now, processes: [])
}
