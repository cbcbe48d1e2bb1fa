import Model
import Postgres

/// One page of a list of accounts.
struct AccountPage: Sendable {
    /// Where a page ended.
    enum Place: Sendable {
        case id(Int64)
        case number(Int64, id: Int64)
        case moment(Timestamp, id: Int64)
    }

    let listing: FilteredAccounts
    let selection: AccountRows.Selection

    /// Up to `count` rows behind a place. By the id it leans on the primary key, by anything else it sorts what fits.
    func rows(
        after place: Place?, _ count: Int, over connection: Transaction<some Access>
    ) async throws -> (rows: [AccountRow], last: Place?) {
        let isByMoment = isByMoment
        let order = selection.order
        let found = try await connection.rows(
            """
            select
                \(fragment: columns),
                \(fragment: selection.measuresMedia ? AccountFigures.storage : "null::bigint"),
                \(fragment: key)
            from \(fragment: FilteredAccounts.tables(bound: bound(place)))
            left join user_roles on user_roles.id = users.role_id and user_roles.id <> -99
            where \(fragment: listing.condition)\(fragment: after(place))
            order by \(fragment: sorting)
            limit \(count)
            """
        ) { row in
            let account = try Self.account(row)
            let place: Place =
                if order == .id {
                    .id(account.id)
                } else if isByMoment {
                    .moment(try row[25], id: account.id)
                } else {
                    .number(try row[25], id: account.id)
                }
            return (account, place)
        }
        return (found.map(\.0), found.last?.1)
    }

    private var isByMoment: Bool { selection.order == .created || selection.order == .active }
    private var isDescending: Bool { selection.order.isDescending != selection.isReversed }

    private var key: Statement {
        switch selection.order {
        case .id: "accounts.id"
        case .created: "accounts.created_at"
        case .active: "coalesce(" + AccountFigures.lastActive + ", '-infinity'::timestamp)"
        case .followers: AccountFigures.followers
        case .posts: AccountFigures.posts
        case .storage: AccountFigures.storage
        }
    }

    private var sorting: Statement {
        switch (selection.order, isDescending) {
        case (.id, false): "accounts.id"
        case (.id, true): "accounts.id desc"
        case (_, false): key + ", accounts.id"
        case (_, true): key + " desc, accounts.id desc"
        }
    }

    private func after(_ place: Place?) -> Statement {
        let sign: Statement = isDescending ? " < " : " > "
        return switch place {
        case nil: ""
        case .id(let id): "\n    and accounts.id" + sign + "\(id)"
        case .number(let number, let id): "\n    and (" + key + ", accounts.id)" + sign + "(\(number), \(id))"
        case .moment(let moment, let id): "\n    and (" + key + ", accounts.id)" + sign + "(\(moment), \(id))"
        }
    }

    /// Where the page begins, when its order is that of the joined tables' indexes.
    private func bound(_ place: Place?) -> Statement? {
        guard case .id(let id) = place else { return nil }
        return (isDescending ? " < " : " > ") + "\(id)"
    }

    private var columns: Statement {
        """
        accounts.id,
            accounts.username,
            accounts.domain,
            accounts.display_name,
            accounts.actor_type,
            accounts.locked,
            coalesce(not users.approved, false),
            \(fragment: listing.schema.isAvailable()),
            coalesce(users.disabled, false) and \(fragment: listing.schema.isAvailable()),
            accounts.silenced_at is not null,
            accounts.suspended_at is not null,
            accounts.sensitized_at is not null,
            accounts.memorial,
            accounts.moved_to_account_id is not null,
            users.id is not null and users.confirmed_at is null,
            user_roles.name,
            users.email,
            accounts.created_at,
            \(fragment: AccountFigures.lastActive),
            account_stats.last_status_at,
            \(fragment: AccountFigures.posts),
            \(fragment: AccountFigures.followers),
            \(fragment: AccountFigures.following),
            \(fragment: listing.schema.isDeleted())
        """
    }

    /// The columns that tell a status, from the seventh on.
    private static let statuses: [AccountStatus] = [
        .pending, .active, .disabled, .silenced, .suspended, .sensitized, .memorial, .moved, .unconfirmed,
    ]

    private static func account(_ row: borrowing Row) throws -> AccountRow {
        func moment(_ column: Int, _ row: borrowing Row) throws -> UTCTime? {
            try row.value(column, as: Timestamp?.self).map { UTCTime($0.seconds) }
        }
        var held: [AccountStatus] = []
        for (index, status) in statuses.enumerated() where try row.value(6 + index, as: Bool.self) {
            held.append(status)
        }
        if try row.value(23, as: Bool.self) { held.append(.deleted) }
        return AccountRow(
            id: try row[0], username: try row[1], domain: try row[2], displayName: try row[3], actorType: try row[4],
            isLocked: try row[5], statuses: held, role: try row[15], email: try row[16],
            created: UTCTime(try row.value(17, as: Timestamp.self).seconds), lastActive: try moment(18, row),
            lastPost: try moment(19, row), posts: try row[20], followers: try row[21], following: try row[22],
            mediaBytes: try row[24])
    }
}
