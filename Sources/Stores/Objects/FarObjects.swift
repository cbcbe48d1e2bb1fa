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
    package func read(_ key: ObjectKey, from offset: Int64, count: Int) async throws -> [UInt8]? { throw fault }
    package func take(_ key: ObjectKey, _ content: ObjectContent, served: FileServing) async throws -> String? {
        throw fault
    }
    package func takeNearby(
        _ object: StoredObject, from other: any ObjectStore, served: FileServing
    ) async throws -> Bool { throw fault }
    package func flaws(of key: ObjectKey, served: FileServing) async throws -> Set<ServingFlaw>? { throw fault }
    package func serve(
        _ key: ObjectKey, as served: FileServing, mending flaws: Set<ServingFlaw>
    ) async throws -> ObjectOutcome { throw fault }
    package func settle() async throws { throw fault }
    package func write(_ bytes: [UInt8], to key: ObjectKey) async throws { throw fault }
    package func upload(_ bytes: [UInt8], as type: String, to key: ObjectKey) async throws { throw fault }
    package func delete(_ keys: [ObjectKey]) async throws -> ObjectOutcome { throw fault }
    package func move(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome { throw fault }
    package func copy(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome { throw fault }
    package func publish(_ key: ObjectKey) async throws -> ObjectOutcome { throw fault }
    package func freeSpace() async throws -> Int64? { throw fault }
    package func close() async {}
}
