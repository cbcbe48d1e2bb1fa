/// What is otherwise in a second backup: numbers that changed.
package struct BackupDifference: Sendable, Equatable {
    package struct Line: Sendable, Equatable, Encodable {
        /// `table`, `media`, `version`.
        package var kind: String
        package var name: String
        package var before: String
        package var after: String
    }

    package var first: String
    package var second: String
    package var differences: [Line]

    package init(_ one: BackupManifest, _ other: BackupManifest) {
        first = one.id
        second = other.id
        differences = []
        note("version", "release", one.release ?? "", other.release ?? "")
        note("version", "schema", one.schemaVersion, other.schemaVersion)
        note("version", "server", one.database?.server ?? "", other.database?.server ?? "")
        note("version", "collation", one.database?.collationVersion ?? "", other.database?.collationVersion ?? "")
        let (rows, others) = (one.database?.rows ?? [:], other.database?.rows ?? [:])
        for table in Set(rows.keys).union(others.keys).sorted() {
            note("table", table, rows[table].map { "\($0)" } ?? "", others[table].map { "\($0)" } ?? "")
        }
        let (files, more) = (one.media?.classes ?? [:], other.media?.classes ?? [:])
        for kind in Set(files.keys).union(more.keys).sorted() {
            note(
                "media", "\(kind) files", files[kind].map { "\($0.files)" } ?? "",
                more[kind].map { "\($0.files)" } ?? "")
            note(
                "media", "\(kind) bytes", files[kind].map { "\($0.bytes)" } ?? "",
                more[kind].map { "\($0.bytes)" } ?? "")
        }
        let (copies, later) = (one.media?.mirror, other.media?.mirror)
        note("media", "mirror", copies?.place ?? "", later?.place ?? "")
        note("media", "mirror files", copies.map { "\($0.files)" } ?? "", later.map { "\($0.files)" } ?? "")
        note("media", "mirror bytes", copies.map { "\($0.bytes)" } ?? "", later.map { "\($0.bytes)" } ?? "")
    }

    private mutating func note(_ kind: String, _ name: String, _ before: String, _ after: String) {
        if before != after { differences.append(Line(kind: kind, name: name, before: before, after: after)) }
    }
}
