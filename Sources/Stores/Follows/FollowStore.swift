import Model
import Postgres

/// Who follows whom.
package struct FollowStore: Sendable {
    /// Follows with one account at their one end.
    package enum End: Sendable, Equatable {
        /// Those of whom the account follows.
        case from(Int64)
        /// Those of the account's followers.
        case to(Int64)
        /// Those of its followers on this server.
        case toFromHere(Int64)
    }

    let instance: Instance

    package init(_ instance: Instance) {
        self.instance = instance
    }

    /// How many there are.
    package func count(_ end: End, over connection: Transaction<some Access>) async throws -> Int {
        try await connection.first(
            """
            select count(*)
            from follows
            join accounts as other on other.id = \(fragment: Self.other(end))
            where \(fragment: Self.condition(end))
            """
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// The next ones, in the order of the account at the other end, whose id is more than `after`.
    ///
    /// Leans on the unique index on both accounts, or on the index on the one that is followed.
    package func page(
        _ end: End, after: Int64, size: Int, over connection: Transaction<some Access>
    ) async throws -> [FollowReference] {
        try await connection.rows(
            """
            select follows.id, other.id, other.username, other.domain
            from follows
            join accounts as other on other.id = \(fragment: Self.other(end))
            where \(fragment: Self.condition(end))
                and \(fragment: Self.other(end)) > \(after)
            order by \(fragment: Self.other(end))
            limit \(size)
            """
        ) { row in
            FollowReference(
                id: try row[0],
                other: AccountReference(id: try row[1], username: try row[2], domain: try row[3]))
        }
    }

    private static func other(_ end: End) -> Statement {
        switch end {
        case .from: "follows.target_account_id"
        case .to, .toFromHere: "follows.account_id"
        }
    }

    private static func condition(_ end: End) -> Statement {
        switch end {
        case .from(let id): "follows.account_id = \(id)"
        case .to(let id): "follows.target_account_id = \(id)"
        case .toFromHere(let id): "follows.target_account_id = \(id) and other.domain is null"
        }
    }
}

/// A follow, and the account at its other end.
package struct FollowReference: Sendable, Equatable {
    package var id: Int64
    package var other: AccountReference
}
