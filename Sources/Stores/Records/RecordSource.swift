import Faults
import Model
import Postgres

/// A list whose rows can be read. The values are Model's, so that whoever asks for them knows no store.
package protocol RecordSource: RecordList {
    /// The table without which the server has none of it.
    var table: String { get }
    /// What one row is called where the table is missing, and since when there are any: `terms of service`, `4.4`.
    var since: (noun: String, release: String)? { get }

    /// Looks up what the list names by words, and says how its rows are read.
    ///
    /// - Throws: `Fault(.noSuch)` for what is not there.
    func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages
}

extension RecordSource {
    package var since: (noun: String, release: String)? { nil }

    /// - Throws: `Fault(.configuration)` where the server has no such thing.
    package func require(_ schema: LiveSchema) throws {
        guard !schema.has(table: table), let since else { return }
        throw Fault(
            .configuration, "this server has no \(since.noun)", notes: ["Mastodon has them since \(since.release)"])
    }
}

/// How rows are read, a page at a time.
package struct RecordPages: Sendable {
    package enum Order: Sendable {
        /// By their ids.
        case oldestFirst
        /// Those with the highest ids come first; those behind an id are then those before it.
        case newestFirst
        /// The first page holds all: for rows told in an order of their own.
        case whole
    }

    var order: Order
    /// Rows of a page at most. Where each page takes a pass over a whole table, more than the usual thousand.
    let size: Int
    /// Rows at most; nil for all.
    var most: Int?
    /// Rows behind an id, in its order: the id, and `Statement.cells` of the list's columns.
    var rows: @Sendable (_ id: Int64, _ limit: Int) -> Statement

    init(
        _ order: Order = .oldestFirst, size: Int = 1_000, most: Int? = nil,
        rows: @escaping @Sendable (_ id: Int64, _ limit: Int) -> Statement
    ) {
        self.order = order
        self.size = order == .whole ? 1_000_000 : size
        self.most = most
        self.rows = rows
    }
}

/// The rows of such a table, page by page as they are asked for.
package struct RecordRows<List: RecordList>: AsyncSequence, Sendable {
    package typealias Element = [Record<List>]

    private let pages: RecordPages
    private let database: Database<ReadOnly>

    /// - Throws: `Fault(.configuration)` where the server has no such thing; what `pages` throws.
    package init(_ list: some RecordSource, at site: Site<ReadOnly>) async throws {
        let instance = site.instance
        try list.require(instance.schema)
        database = site.database
        pages = try await database.read { try await list.pages(on: instance, over: $0) }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pages, database) }

    package struct AsyncIterator: AsyncIteratorProtocol {
        private let pages: RecordPages
        private let database: Database<ReadOnly>
        private var last: Int64?
        /// Rows still wanted; nil for all.
        private var left: Int?

        init(_ pages: RecordPages, _ database: Database<ReadOnly>) {
            self.pages = pages
            self.database = database
            last = pages.order == .newestFirst ? .max : .min
            left = pages.most
        }

        package mutating func next() async throws -> Element? {
            let limit = Swift.min(pages.size, left ?? .max)
            guard let last, limit > 0 else { return nil }
            let statement = pages.rows(last, limit)
            let found = try await database.read { connection in
                try await connection.rows(statement) { row in
                    let cells: String = try row[1]
                    return (try row.value(0, as: Int64.self), Record<List>(JSONValue(parsing: cells)?.array ?? []))
                }
            }
            left = left.map { $0 - found.count }
            self.last = pages.order == .whole || found.count < limit ? nil : found.last?.0
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
