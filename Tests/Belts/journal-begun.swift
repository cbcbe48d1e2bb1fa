// expected: 'journal' is inaccessible due to 'internal' protection level
import Model
import Stores

func attempt(_ site: Site<ReadWrite>) async throws {
    _ = site.journal
}
