import Faults
import Model
import Postgres

extension IPBlockFilter {
    var condition: Statement {
        var conditions: [Statement] = ["true"]
        if !severities.isEmpty { conditions.append("severity = any(\(severities.map(\.number)))") }
        switch expiry {
        case .any: break
        case .expired: conditions.append("expires_at < now() at time zone 'utc'")
        case .active: conditions.append("(expires_at is null or expires_at >= now() at time zone 'utc')")
        case .within(let seconds):
            conditions.append(
                """
                expires_at >= now() at time zone 'utc'
                    and expires_at < now() at time zone 'utc' + make_interval(secs => \(seconds))
                """)
        }
        if let covering { conditions.append("ip >>= \(covering.description)::inet") }
        return .joined(conditions, separator: " and ")
    }
}

extension IPBlocks {
    /// The blocks, by address or in the order they came.
    ///
    /// - Throws: `Fault(.badData)` for a row this program does not understand.
    package func all(
        _ filter: IPBlockFilter = IPBlockFilter(), byAddress: Bool = true, over connection: Transaction<some Access>
    ) async throws -> [IPBlock] {
        try await connection.rows(
            """
            select id, \(fragment: Self.cidr), severity, comment, expires_at, created_at, updated_at
            from ip_blocks
            where \(fragment: filter.condition)
            order by \(fragment: byAddress ? "ip, id" : "id")
            """
        ) { row in
            let id: Int64 = try row.value(0)
            guard let ip = IPNetwork(try row.value(1, as: String.self)),
                let severity = IPBlock.Severity(number: try row.value(2, as: Int.self))
            else { throw Fault(.badData, "the IP block \(id) has a severity that Mastodon does not know") }
            return IPBlock(
                id: "\(id)", ip: ip, severity: severity, comment: try row.value(3),
                expiresAt: try row.value(4, as: Timestamp?.self).map { UTCTime($0.seconds) },
                createdAt: UTCTime(try row.value(5, as: Timestamp.self).seconds),
                updatedAt: UTCTime(try row.value(6, as: Timestamp.self).seconds))
        }
    }
}
