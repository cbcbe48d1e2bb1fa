// expected: referencing instance method 'write' on 'StateFolder' requires the types 'ReadOnly' and 'ReadWrite' be equivalent
import Model
import Stores

func attempt(_ site: Site<ReadOnly>) async throws {
    try site.state.write("name", [])
}
