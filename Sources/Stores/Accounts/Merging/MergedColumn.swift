import Model
import Postgres

/// A column of a table that names an account, and goes from one account to another when they are merged.
///
/// Source: Mastodon 4.3.23 to 4.6.5 `app/models/concerns/account/merging.rb`; the unique indexes are the schemas'.
struct MergedColumn: Sendable {
    var table: String
    var column: String
    /// The other columns of a unique index; nil where there is none.
    var uniqueWith: [String]?
    /// Which rows the server sees at all.
    var kept: Statement
    /// The id of what a changed row is about, for what follows; null where nothing does.
    var concerns: Statement
    private var consequence: Consequence

    private enum Consequence: Sendable {
        case none
        /// A post's rendered copy is stale.
        case post
        /// The people a row hides from, or who may follow.
        case person
        /// Those who asked for it are told of a report that changed.
        case report
        /// A post's documents in the search indexes say whose it is.
        case search
        /// A post's document says who has it in favourites.
        case favourite
        /// An account's document tells its counts.
        case counts
    }

    private init(
        _ table: String, _ column: String = "account_id", unique: [String]? = nil, kept: Statement = "",
        _ concerns: Statement = "null::bigint", _ consequence: Consequence = .none
    ) {
        self.table = table
        self.column = column
        uniqueWith = unique
        self.kept = kept
        self.concerns = concerns
        self.consequence = consequence
    }

    func tell(of ids: [Int64], in aftermath: inout Aftermath, on instance: Instance) {
        switch consequence {
        case .none: break
        case .post: for id in ids { aftermath.forget("v3:statuses/\(id)") }
        case .person:
            for id in ids {
                aftermath.forget(RelationshipKeys.hidden(from: id))
                aftermath.forget(RelationshipKeys.recommendations(for: id))
            }
        case .report: for id in ids { aftermath.push(.webhook, "report.updated", "Report", .integer(id)) }
        case .search: aftermath.reindex(posts: ids, on: instance)
        case .favourite: aftermath.reindex(interactionsWith: ids, on: instance)
        case .counts: aftermath.reindex(accounts: ids, on: instance)
        }
    }

    /// Those of a release, in the server's order.
    static func of(_ schema: LiveSchema) -> [MergedColumn] {
        (owned + received + strikes(schema) + targeted + others).filter {
            schema.has(column: $0.column, in: $0.table) && schema.has(column: "id", in: $0.table)
        }
    }

    private static let owned: [MergedColumn] = [
        .init("statuses", kept: " and item.deleted_at is null", "coalesce(item.reblog_of_id, item.id)", .search),
        .init("status_pins", unique: ["status_id"]),
        .init("media_attachments", "account_id", "status_id", .post),
        .init("polls", "account_id", "status_id", .post),
        .init("reports", "account_id", "id", .report),
        .init("tombstones"),
        .init("favourites", unique: ["status_id"], "item.status_id", .favourite),
        .init("follows", unique: ["target_account_id"]),
        .init("follow_requests", unique: ["target_account_id"]),
        .init("blocks", "account_id", unique: ["target_account_id"], "target_account_id", .person),
        .init("mutes", unique: ["target_account_id"]),
        .init("account_moderation_notes"),
        .init("account_pins", unique: ["target_account_id"]),
        .init("account_stats", unique: [], "item.account_id", .counts),
        .init("list_accounts", unique: ["list_id"]),
        .init("poll_votes"),
        .init("mentions", unique: ["status_id"]),
        .init("account_deletion_requests"),
        .init("account_notes", unique: ["target_account_id"]),
        .init("follow_recommendation_suppressions", unique: []),
        .init("appeals"),
        .init("tag_follows", unique: ["tag_id"]),
        .init("quotes"),
        .init("collections"),
        .init("collection_items", unique: ["collection_id"]),
    ]

    private static let received: [MergedColumn] = [
        .init("notifications", "from_account_id"),
        .init("notification_permissions", "from_account_id"),
        .init("notification_requests", "from_account_id", unique: ["account_id"]),
    ]

    /// Since 4.4; before, strikes go with the account.
    private static func strikes(_ schema: LiveSchema) -> [MergedColumn] {
        schema.release.map { $0 < .v4_4 } ?? false ? [] : [.init("account_warnings", "target_account_id")]
    }

    private static let targeted: [MergedColumn] = [
        .init("follows", "target_account_id", unique: ["account_id"], "account_id", .person),
        .init("follow_requests", "target_account_id", unique: ["account_id"], "account_id", .person),
        .init("blocks", "target_account_id", unique: ["account_id"], "account_id", .person),
        .init("mutes", "target_account_id", unique: ["account_id"], "account_id", .person),
        .init("account_moderation_notes", "target_account_id"),
        .init("account_pins", "target_account_id", unique: ["account_id"]),
        .init("account_notes", "target_account_id", unique: ["account_id"]),
    ]

    private static let others: [MergedColumn] = [
        .init("canonical_email_blocks", "reference_account_id"),
        .init(
            "severed_relationships", "local_account_id",
            unique: ["relationship_severance_event_id", "direction", "remote_account_id"]),
        .init(
            "severed_relationships", "remote_account_id",
            unique: ["relationship_severance_event_id", "direction", "local_account_id"]),
        .init("quotes", "quoted_account_id"),
    ]
}
