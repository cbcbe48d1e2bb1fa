import Model
import Postgres

/// Rows of every noun by the hundred thousand, made by the server itself in seconds. What a table needs and nobody says
/// is made up from its columns.
struct LargeTables {
    static let names = [
        "accounts", "account_stats", "users", "session_activations", "statuses", "media_attachments", "follows",
        "reports",
        "account_warnings", "domain_blocks", "domain_allows", "unavailable_domains", "email_domain_blocks", "ip_blocks",
        "username_blocks", "canonical_email_blocks", "admin_action_logs", "account_moderation_notes", "announcements",
        "custom_emojis", "email_subscriptions", "fasp_providers", "invites", "preview_cards", "preview_card_trends",
        "relays", "rules", "status_trends", "tags", "tag_trends", "terms_of_services", "user_roles", "webhooks",
    ]

    /// What is not made up; `i` is the row's number.
    private static let values: [String: [String: Statement]] = [
        "accounts": [
            // A tenth is of here, half of one large server, the others of servers of their own.
            "domain":
                "case when i % 10 = 0 then null when i % 2 = 0 then 'large.example' else 's' || i end",
            "inbox_url": "'https://inbox.example/inbox'",
        ],
        // Each domain with three mail servers.
        "email_domain_blocks": ["parent_id": "case when i % 4 = 0 then null else i + 4 - i % 4 end"],
        "custom_emojis": ["shortcode": "'s' || i"],
        // Each has brought a user.
        "invites": ["code": "'c' || i"],
        "users": ["invite_id": "i"],
        "preview_cards": ["url": "'https://n.example/' || i"],
        // Some are there from the beginning.
        "rules": ["id": "i + 100"],
        "user_roles": ["id": "i + 100", "name": "'n' || i"],
        "tags": ["name": "'n' || i"],
        "preview_card_trends": ["preview_card_id": "i", "score": "i % 1000"],
        "status_trends": ["status_id": "i", "account_id": "i", "score": "i % 1000"],
        "tag_trends": ["tag_id": "i", "score": "i % 1000"],
        "follows": ["target_account_id": "i % 10 + i / 2"],
        "ip_blocks": ["severity": "9999"],
        "canonical_email_blocks": ["reference_account_id": "i", "canonical_email_hash": "'h' || i"],
        "media_attachments": ["account_id": "i", "status_id": "i", "file_file_size": "1000"],
        "statuses": ["account_id": "i"],
        "account_stats": ["followers_count": "i % 1000"],
        "account_warnings": ["account_id": "10", "target_account_id": "i", "report_id": "i"],
        "admin_action_logs": ["account_id": "10", "action": "'create'", "target_type": "'Account'", "target_id": "i"],
    ]

    let release: MastodonRelease

    /// Adds the rows of these numbers to each table.
    func add(_ numbers: ClosedRange<Int>, to connection: PostgresConnection) async throws {
        // Foreign keys were checked a row at a time, which takes most of the time.
        try await connection.execute("set session_replication_role = replica")
        let catalog = SchemaCatalog.of(release: release)
        for name in Self.names {
            guard let table = catalog.relation(name) else { continue }
            var columns: [Statement] = []
            var values: [Statement] = []
            for column in table.columns {
                let told = Self.values[name]?[column.name]
                guard let value = told ?? invented(column, of: name) else { continue }
                columns.append("\(identifier: column.name)")
                values.append(value)
            }
            try await connection.execute(
                """
                insert into \(identifier: name) (\(fragment: .joined(columns, separator: ", ")))
                select \(fragment: .joined(values, separator: ", "))
                from generate_series(\(numbers.lowerBound)::bigint, \(numbers.upperBound)::bigint) as i
                """)
        }
        try await connection.execute("refresh materialized view instances")
        try await connection.execute("analyze")
    }

    private func invented(_ column: SchemaCatalog.Column, of table: String) -> Statement? {
        if column.name == "id" { return "i" }
        let isNeeded = !column.isNullable && column.defaultValue == nil
        let isNamed = ["account_id", "target_account_id", "user_id", "username", "domain", "email"].contains(
            column.name)
        guard isNeeded || isNamed else { return column.type.hasPrefix("inet") && !column.isNullable ? address : nil }
        if column.type.hasPrefix("timestamp") { return "now() at time zone 'utc'" }
        if column.type.hasPrefix("inet") { return address }
        if column.type.hasPrefix("bool") { return "false" }
        if column.type.hasPrefix("json") { return "'{}'" }
        if column.type.hasSuffix("[]") { return "'{}'" }
        if column.type.hasPrefix("char") || column.type.hasPrefix("text") { return "'n' || i || '.example'" }
        return "i"
    }

    private var address: Statement { "'10.0.0.0'::inet + i" }
}
