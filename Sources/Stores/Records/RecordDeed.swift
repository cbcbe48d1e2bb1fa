import Faults
import Model
import Postgres

/// A change that can be made, as the server's pages make it. The values are Model's, so that whoever asks for it knows no
/// store.
package protocol RecordDeed: RecordIntent {
    var tables: Set<String> { get }
    /// The queue whose workers finish it, when there is one.
    var worker: SidekiqWorker? { get }

    /// The rows it is about, each once; for new ones what they will be called, and no id.
    ///
    /// - Throws: `Fault(.noSuch)` for a row that is named and is not there, `Fault(.badData)` for what the server takes
    ///   not; nothing was changed then.
    func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow]

    /// Changes them, and tells what follows. Those that are so already or gone are left out of the count.
    func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome

    /// The routes of the Admin API that do the same; empty where there are none.
    var routes: [AdminAPI.Route] { get }
    func ask(_ client: AdminClient, for row: RecordRow) async throws
}

extension RecordDeed {
    package var worker: SidekiqWorker? { nil }
    package var routes: [AdminAPI.Route] { [] }

    package func ask(_ client: AdminClient, for row: RecordRow) async throws {
        throw Fault(.usage, "the Admin API knows no `\(name)`")
    }
}

/// What became of rows.
package struct RecordOutcome: Sendable {
    package var changed: Int
    package var aftermath: Aftermath
    /// The id of a new row.
    package var id: Int64?
    /// A secret that was made and that somebody asked to be shown.
    package var secret: String?

    package init(changed: Int, _ aftermath: Aftermath = Aftermath(), id: Int64? = nil, secret: String? = nil) {
        self.changed = changed
        self.aftermath = aftermath
        self.id = id
        self.secret = secret
    }
}

/// Rows named by their ids.
enum NamedRows {
    /// - Parameters:
    ///   - label: an expression over `item`, the alias of the table.
    ///   - list: the command that lists them.
    /// - Throws: `Fault(.noSuch)` for the first one that is not there.
    static func find(
        _ ids: [Int64], in table: String, called label: Statement, _ noun: String, list: String,
        where condition: Statement = "true", over connection: Transaction<some Access>
    ) async throws -> [RecordRow] {
        let found = try await connection.rows(
            """
            select item.id, \(fragment: label)
            from \(identifier: table) as item
            where item.id = any(\(ids)) and \(fragment: condition)
            order by item.id
            """
        ) { RecordRow(id: try $0[0], label: try $0[1]) }
        let known = Set(found.map(\.id))
        if let missing = ids.first(where: { !known.contains($0) }) {
            throw Fault(
                .noSuch, "there is no \(noun) \(missing)", notes: ["nothing was changed"],
                help: "try `mastoctl \(list)`")
        }
        return found
    }
}
