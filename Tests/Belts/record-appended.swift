// expected: referencing instance method 'append' on 'ChangeTrail' requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>, _ entry: TrailEntry) async throws {
    try site.trail.append(entry)
}
