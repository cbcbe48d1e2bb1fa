import Faults
import Model

/// Media in a directory of another machine, which nobody here can see: whatever is asked of them is refused, so that
/// none counts as missing.
package struct FarObjects: ObjectStore {
    private let place: String

    package init(place: String) {
        self.place = place
    }

    private var fault: Fault {
        Fault(
            .configuration, "the media lie in \(place) of another machine",
            help: "run the command there, or through a profile with via = \"ssh-exec://…\"")
    }

    package func list(prefix: String, after start: ObjectKey?) -> ObjectPages {
        ObjectPages { [fault] in { throw fault } }
    }
    package func find(_ key: ObjectKey) async throws -> StoredObject? { throw fault }
    package func existing(of keys: [ObjectKey]) async throws -> Set<ObjectKey> { throw fault }
    package func read(_ key: ObjectKey) async throws -> [UInt8]? { throw fault }
    package func write(_ bytes: [UInt8], to key: ObjectKey) async throws { throw fault }
    package func upload(_ bytes: [UInt8], as type: String, to key: ObjectKey) async throws { throw fault }
    package func delete(_ keys: [ObjectKey]) async throws -> ObjectOutcome { throw fault }
    package func move(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome { throw fault }
    package func copy(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome { throw fault }
    package func publish(_ key: ObjectKey) async throws -> ObjectOutcome { throw fault }
    package func freeSpace() async throws -> Int64? { throw fault }
    package func close() async {}
}
