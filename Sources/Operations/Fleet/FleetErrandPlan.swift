import Faults
import Model
import Stores

/// A command line that was rehearsed on one server, of a change whose items no plan names one by one. It is run there
/// anew, for no more items than the rehearsal found.
package struct FleetErrandPlan: Sendable, Equatable {
    static let schema = "fleet.errand/1"

    package let words: [String]
    package let count: Int
    /// Of the profile's text: through another one it might meet another server.
    private let profile: String

    /// - Parameter result: what the rehearsal answered, as JSON; nil of one that failed, or found nothing to change.
    package init?(_ words: [String], rehearsed result: FleetResult, profile path: String) {
        guard result.state == .done, let answer = result.json, answer["dry_run"] == .boolean(true),
            let changed = answer["changed"]?.integer, changed > 0
        else { return nil }
        self.words = words
        count = Int(changed)
        profile = FleetFolder.digest(of: path)
    }

    /// - Throws: `Fault(.badData)` for one that was changed since it was written.
    init?(_ value: JSONValue, path: String) throws {
        guard value["schema"]?.string == Self.schema else { return nil }
        words = value["command"]?.array?.compactMap(\.string) ?? []
        count = Int(value["count"]?.integer ?? 0)
        profile = value["profile"]?.string ?? ""
        guard value["seal"]?.string == seal, !words.isEmpty else {
            throw Fault(
                .badData, "\(path) was changed since it was written",
                help: "leave plans as they are, or make them anew with `mastoctl fleet plan`")
        }
    }

    private var seal: String { FleetFolder.digest(ofLines: words + ["\(count)", profile]) }

    private var json: JSONValue {
        .object([
            .init("schema", .string(Self.schema)), .init("command", .array(words.map { .string($0) })),
            .init("count", .integer(Int64(count))), .init("profile", .string(profile)), .init("seal", .string(seal)),
        ])
    }

    /// Writes it as `server.json`.
    ///
    /// - Throws: as `FleetFolder.write`.
    package func write(for server: String, in folder: String) throws {
        try FleetFolder(folder).write("\(server).json", json.text + "\n")
    }

    /// Why it is not run through a profile; nil when it may be.
    package func obstacle(profile path: String) -> String? {
        FleetFolder.digest(of: path) == profile ? nil : "the profile was changed since the plan was made; plan again"
    }
}
