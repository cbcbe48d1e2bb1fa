/// What a rehearsal found, noted beside the manifest.
package struct RehearsalRecord: Sendable, Equatable {
    package static let schema = "backup.rehearsal/1"

    package var backup: String
    package var time: UTCTime
    /// The checks that were done, in their order.
    package var checks: [String]
    /// What did not pass.
    package var failures: [ItemNote]
    /// Seconds until the database and what belongs to it was usable: the recovery time that was measured.
    package var restoreSeconds: Double
    /// Seconds between the backup's snapshot and the rehearsal: what would be lost by falling back to it now.
    package var age: Double

    package var passed: Bool { failures.isEmpty }

    package init(backup: String, time: UTCTime) {
        self.backup = backup
        self.time = time
        checks = []
        failures = []
        restoreSeconds = 0
        age = 0
    }

    package var json: JSONValue {
        .members([
            ("schema", .string(Self.schema)), ("backup", .string(backup)), ("time", .string("\(time)")),
            ("passed", .boolean(passed)), ("checks", .array(checks.map { .string($0) })),
            (
                "failures",
                .array(failures.map { .members([("check", .string($0.item)), ("reason", .string($0.reason))]) })
            ),
            ("restore_seconds", .number(restoreSeconds)), ("age_seconds", .number(age)),
        ])
    }
}
