import Faults
import Postgres

/// A table that must be in the dump is locked by somebody else. It may pass; there is no dump without that table.
package struct TableHeld: Transient, Wrapping {
    package let cause: any Error
    package let table: String

    package var isTransient: Bool { true }
    package var note: String { "the table \(table) is held by somebody else" }
}
