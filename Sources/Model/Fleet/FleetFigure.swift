/// What a report of a fleet tells of each of its servers, in the order of its columns.
package enum FleetFigure: String, Sendable, CaseIterable {
    case users, posts, storage, database, cost, backups, findings
    case activeUsers = "active_users"
    case signUps = "sign_ups"
    case recoveryPoint = "recovery_point_seconds"
    case recoveryTime = "recovery_time_seconds"

    package static let columns: [FleetFigure] = [
        .users, .activeUsers, .signUps, .posts, .storage, .database, .cost, .backups, .recoveryPoint, .recoveryTime,
        .findings,
    ]

    /// The figure in a server's `instance.report/1`; nil where that does not tell it.
    package func value(in report: JSONValue) -> Double? {
        let kinds = report["storage"]?.array ?? []
        func sum(_ member: String, where isMeant: (String) -> Bool) -> Double? {
            let parts = kinds.filter { isMeant($0["kind"]?.string ?? "") }.compactMap { $0[member]?.double }
            return parts.isEmpty ? nil : parts.reduce(0, +)
        }
        switch self {
        case .users, .posts, .activeUsers, .signUps:
            return (report["figures"]?.array ?? []).first { $0["name"]?.string == rawValue }?["value"]?.double
        case .storage: return sum("bytes") { $0 != "database" }
        case .database: return sum("bytes") { $0 == "database" }
        case .cost: return sum("cost") { _ in true }
        case .backups: return report["backups"]?["count"]?.double
        case .recoveryPoint, .recoveryTime: return report["backups"]?[rawValue]?.double
        case .findings: return report["findings"]?["open"]?.array.map { Double($0.count) }
        }
    }
}

/// The figures of a server in a month.
package struct FleetMonth: Sendable, Equatable {
    package var server: String
    /// `2026-10`
    package var month: String
    package var figures: [FleetFigure: Double]

    package init(server: String, month: String, figures: [FleetFigure: Double]) {
        self.server = server
        self.month = month
        self.figures = figures
    }
}
