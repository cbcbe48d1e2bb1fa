import Model
import Postgres

/// One of the server's lists of who may not sign up or come in: rows on which nothing else hangs, so that changing them
/// and dropping the cached copy is the whole effect.
package protocol SignUpList: Sendable {
    /// A block as somebody asks for it.
    associatedtype Request: Sendable
    /// What names blocks to remove.
    associatedtype Key: Sendable

    /// The list as it is asked for mostly.
    init()

    var table: String { get }
    /// The server's class, as its audit log names it: `IpBlock`.
    var model: String { get }
    /// What the rows are called: `IP blocks`.
    var noun: String { get }
    /// What the server drops from its cache after a change.
    var staleKeys: [String] { get }

    func label(of request: Request) -> String
    func label(of key: Key) -> String

    /// - Throws: `Fault(.configuration)` when a server of this release cannot hold such requests.
    func check(_ requests: [Request], _ schema: LiveSchema) throws
    /// Whom the requests would shut out who should not be; for people.
    func dangers(of requests: [Request], over connection: Transaction<some Access>) async throws -> [String]
    /// Finds out what belongs to requests and stands nowhere in the database: mail servers.
    func completed(_ requests: [Request], warn: (String) -> Void) async -> [Request]
    /// The labels of those requests that have a row already.
    func present(_ requests: [Request], over connection: Transaction<some Access>) async throws -> Set<String>
    /// Writes rows; those that are there already stay as they are, unless they are to be overwritten.
    func put(
        _ requests: [Request], overwriting: Bool, _ schema: LiveSchema, over connection: Transaction<ReadWrite>
    ) async throws -> WrittenSignUpBlocks
    /// The rows that keys name, and the keys that name none.
    func found(
        _ keys: [Key], over connection: Transaction<some Access>
    ) async throws -> (rows: [RecordRow], unknown: [String])
    /// Deletes rows.
    func remove(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> DeletedSignUpBlocks

    /// The routes of the Admin API that change the list; empty where there are none.
    var adminRoutes: [AdminAPI.Route] { get }
    /// Adds a block by the Admin API; one that is there already is refused (422).
    func add(_ request: Request, by client: AdminClient) async throws
    /// Removes a block by the Admin API.
    func remove(_ id: Int64, by client: AdminClient) async throws
}

extension SignUpList {
    package var staleKeys: [String] { [] }
    package func check(_ requests: [Request], _ schema: LiveSchema) throws {}
    package func dangers(of requests: [Request], over connection: Transaction<some Access>) async throws -> [String] {
        []
    }
    package func completed(_ requests: [Request], warn: (String) -> Void) async -> [Request] { requests }
}

/// A row and what it is called, also in the server's audit log.
package struct RecordRow: Sendable, Equatable {
    package var id: Int64
    package var label: String

    package init(id: Int64, label: String) {
        self.id = id
        self.label = label
    }
}

/// What came of writing rows.
package struct WrittenSignUpBlocks: Sendable, Equatable {
    /// New rows that were asked for by name.
    package var added: [RecordRow] = []
    /// Rows that were there and are otherwise now.
    package var updated: [RecordRow] = []
    /// New rows that came with the former: mail servers.
    package var dependents: [RecordRow] = []
    /// Dependents that the server would refuse.
    package var refused: [String] = []

    package init() {}
}

/// What came of deleting rows.
package struct DeletedSignUpBlocks: Sendable, Equatable {
    package var removed: [RecordRow] = []
    /// Rows that went with the former.
    package var dependents = 0

    package init(removed: [RecordRow] = [], dependents: Int = 0) {
        self.removed = removed
        self.dependents = dependents
    }
}
