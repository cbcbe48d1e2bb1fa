import Stores

/// Asks for the rows of one of the server's small tables.
package struct RecordQuestion<Source: RecordSource>: Question {
    let source: Source

    package init(_ source: Source) {
        self.source = source
    }

    package func answer(at site: Site<ReadOnly>) async throws -> RecordRows<Source> {
        try await RecordRows(source, at: site)
    }
}
