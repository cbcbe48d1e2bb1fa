import Model
import Stores

/// Asks for the rows of one of the server's small tables.
package struct RecordQuestion<List: RecordList>: Question {
    private let list: any RecordSource

    package init(_ list: List) where List: RecordSource {
        self.list = list
    }

    package func answer(at site: Site<ReadOnly>) async throws -> RecordRows<List> {
        try await RecordRows(list, at: site)
    }
}
