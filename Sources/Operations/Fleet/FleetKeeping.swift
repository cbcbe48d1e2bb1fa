import Model
import Stores

/// Where what the servers of a fleet say is kept.
package enum FleetKeeping {
    /// Makes a new folder.
    ///
    /// - Throws: `Fault(.inputOutput)`; `Fault(.usage)` when something is in it.
    package static func folder(_ path: String) throws -> String { try FleetFolder(making: path).path }

    /// Removes a file; one that is gone is no trouble.
    package static func forget(_ path: String) { FleetFolder.remove(path) }
}

extension FleetResult {
    /// The answer, when it is JSON and no longer than 4 MiB.
    package var json: JSONValue? {
        answer.flatMap { JSONValue(parsing: FleetFolder.text(of: $0)) }
    }

    /// The answer, when it is JSON of this schema word.
    func json(of schema: String) -> JSONValue? {
        json.flatMap { $0["schema"]?.string == schema ? $0 : nil }
    }

    /// The answer's JSON lines; those that are none are left out.
    package var records: [JSONValue] {
        guard let answer else { return [] }
        return FleetFolder.text(of: answer, atMost: 64 << 20).split(separator: "\n").compactMap {
            JSONValue(parsing: String($0))
        }
    }
}
