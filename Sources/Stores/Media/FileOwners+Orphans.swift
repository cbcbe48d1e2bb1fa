import Model
import Postgres

/// A listing told apart: what has an owner, what has none, and what no server of ours would store.
package struct SortedObjects: Sendable {
    package var orphans: [StoredObject] = []
    package var owned: [ObjectKey] = []
    package var unrecognised: [StoredPath.Unrecognised: [ObjectKey]] = [:]
}

extension FileOwners {
    /// Tells which objects belong to no row.
    ///
    /// As in the server's own search the `cache` folders of a key do not matter, nor its style: the row's file name
    /// does. Private files (backups) count as owned but are never in `owned`, whose access a caller may widen.
    package func orphans(
        among objects: [StoredObject], over connection: Transaction<some Access>
    ) async throws -> SortedObjects {
        var sorted = SortedObjects()
        var groups: [AttachmentKind: [(path: StoredPath, object: StoredObject)]] = [:]
        for object in objects {
            do throws(StoredPath.Unrecognised) {
                let path = try StoredPath(object.key)
                groups[path.kind, default: []].append((path, object))
            } catch {
                sorted.unrecognised[error, default: []].append(object.key)
            }
        }
        for (kind, group) in groups {
            let ids = Array(Set(group.map(\.path.id)))
            let owners = try await files(of: kind, ids: ids, over: connection)
            for (path, object) in group {
                if let owner = owners[path.id], owner.owns(fileNamed: path.fileName) {
                    if kind != .backup { sorted.owned.append(object.key) }
                } else {
                    sorted.orphans.append(object)
                }
            }
        }
        sorted.orphans.sort { $0.key < $1.key }
        return sorted
    }
}
