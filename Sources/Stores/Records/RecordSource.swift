import Faults
import Model
import Postgres

/// Where the rows of a small table are read.
package protocol RecordSource: Sendable {
    associatedtype Shape: RecordShape

    /// The table without which the server has none of it.
    var table: String { get }
    /// What one row is called where the table is missing, and since when there are any: `terms of service`, `4.4`.
    var since: (noun: String, release: String)? { get }
    /// Whether the first page holds all: for rows told in an order of their own.
    var isWhole: Bool { get }
    /// Whether the rows with the highest ids come first; those behind an id are then those before it.
    var isNewestFirst: Bool { get }
    /// Rows at most; nil for all.
    var most: Int? { get }

    /// Looks up what the source names by words, before the first row is read.
    ///
    /// - Throws: `Fault(.noSuch)` for what is not there.
    mutating func resolve(at instance: Instance, over connection: Transaction<ReadOnly>) async throws

    /// Rows behind an id, in its order: the id, and `Statement.cells` of the shape's columns.
    func rows(after id: Int64, limit: Int, on schema: LiveSchema) -> Statement
}

extension RecordSource {
    package var since: (noun: String, release: String)? { nil }
    package var isWhole: Bool { false }
    package var isNewestFirst: Bool { false }
    package var most: Int? { nil }
    package func resolve(at instance: Instance, over connection: Transaction<ReadOnly>) async throws {}

    /// - Throws: `Fault(.configuration)` where the server has no such thing.
    package func require(_ schema: LiveSchema) throws {
        guard !schema.has(table: table), let since else { return }
        throw Fault(
            .configuration, "this server has no \(since.noun)", notes: ["Mastodon has them since \(since.release)"])
    }
}

/// The rows of such a table, page by page as they are asked for.
package struct RecordRows<Source: RecordSource>: AsyncSequence, Sendable {
    package typealias Element = [Record<Source.Shape>]

    private let source: Source
    private let database: Database<ReadOnly>
    private let schema: LiveSchema

    /// - Throws: `Fault(.configuration)` where the server has no such thing; what `resolve` throws.
    package init(_ source: Source, at site: Site<ReadOnly>) async throws {
        try source.require(site.instance.schema)
        let instance = site.instance
        self.source = try await site.database.read { connection in
            var resolved = source
            try await resolved.resolve(at: instance, over: connection)
            return resolved
        }
        database = site.database
        schema = site.instance.schema
    }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(source: source, database: database, schema: schema)
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        let source: Source
        let database: Database<ReadOnly>
        let schema: LiveSchema
        private var last: Int64?
        /// Rows still wanted; nil for all.
        private var left: Int?

        init(source: Source, database: Database<ReadOnly>, schema: LiveSchema) {
            self.source = source
            self.database = database
            self.schema = schema
            last = source.isNewestFirst ? .max : .min
            left = source.most
        }

        package mutating func next() async throws -> [Record<Source.Shape>]? {
            let limit = Swift.min(source.isWhole ? 1_000_000 : 1_000, left ?? .max)
            guard let last, limit > 0 else { return nil }
            let statement = source.rows(after: last, limit: limit, on: schema)
            let found = try await database.read { connection in
                try await connection.rows(statement) { row in
                    let cells: String = try row[1]
                    return (
                        try row.value(0, as: Int64.self), Record<Source.Shape>(JSONValue(parsing: cells)?.array ?? [])
                    )
                }
            }
            left = left.map { $0 - found.count }
            self.last = source.isWhole || found.count < limit ? nil : found.last?.0
            return found.isEmpty ? nil : found.map(\.1)
        }
    }
}

extension Statement {
    /// The values of a row as the text of a JSON array.
    static func cells(_ values: Statement...) -> Statement {
        "json_build_array(" + .joined(values) + ")::text"
    }

    /// A moment as it is told: `2026-01-31T12:00:00Z`.
    static func moment(_ expression: Statement) -> Statement {
        "to_char(" + expression + ", 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    }

    /// Where a column is younger than the server.
    static func column(_ name: String, of alias: String, in table: String, on schema: LiveSchema) -> Statement {
        schema.has(column: name, in: table) ? "\(identifier: alias).\(identifier: name)" : "null"
    }

    /// The present moment as the server writes it.
    static var present: Statement { "now() at time zone 'utc'" }
}
