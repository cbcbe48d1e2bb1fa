import Faults
import Model
import Stores
import Support
import Synchronization

/// A client of the fake Admin API, which does not wait but tells how long it would have.
struct AdminStage {
    let server = FakeAdminAPI()
    /// What the client told, in order.
    let events = Ledger<AdminExchange.Event>()
    let waits = Ledger<Double>()

    final class Ledger<Value: Sendable>: Sendable {
        private let values = Mutex<[Value]>([])
        func add(_ value: Value) { values.withLock { $0.append(value) } }
        var all: [Value] { values.withLock { $0 } }
    }

    /// - Parameter url: the fake's own unless given, such as that of a proxy in front of it.
    func client(
        token: String = "good-token", at url: String? = nil, _ change: (inout AdminExchange.Settings) -> Void = { _ in }
    ) throws -> AdminClient {
        var settings = AdminExchange.Settings(address: try ServerAddress(url ?? server.url))
        change(&settings)
        return AdminClient(settings, token: try AdminToken(token)) { [events] in events.add($0) }
    }

    /// Runs with waits that end at once.
    func hasty<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        try await AdminExchange.$rest.withValue(.init { [waits] in waits.add($0) }) { try await body() }
    }
}

/// The fault a body ends with.
func fault(_ body: () async throws -> Void) async -> Fault? {
    do {
        try await body()
        return nil
    } catch let fault as Fault {
        return fault
    } catch {
        return Fault(.ourBug, "\(error)", cause: error)
    }
}
