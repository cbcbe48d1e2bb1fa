import Console
import Operations

/// `version`: this program, what it is linked with, and the instance when asked.
package struct VersionShown: Presentable {
    package var schema = "version/1"
    package var version: String
    /// Versions in use now, by the library's name.
    package var libraries: [String: String]
    package var instance: InstanceRelease?

    package init(version: String, libraries: [String: String], instance: InstanceRelease? = nil) {
        self.version = version
        self.libraries = libraries
        self.instance = instance
    }

    package var table: Table {
        var table = Table([.init("what"), .init("version")])
        for (name, version) in rows { table.add([name, version]) }
        return table
    }

    private var rows: [(String, String)] {
        var rows = [("mastoctl", version)] + libraries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        if let instance {
            let domain = instance.domain.map { "\($0): " } ?? ""
            rows.append(("instance", "\(domain)\(instance.release) (schema \(instance.schemaVersion))"))
        }
        return rows
    }

    package func text(for terminal: Terminal) -> String {
        rows.map { Sanitized.text("\($0.0) \($0.1)") + "\n" }.joined()
    }
}
