// expected: referencing instance method 'admin()' on 'Site' requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    _ = try site.admin()
}
