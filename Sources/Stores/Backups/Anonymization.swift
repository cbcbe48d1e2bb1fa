import Crypto
import Faults
import Model
import Postgres

/// Replaces what tells people apart in a copy: addresses, passwords, keys, tokens and what they wrote to few.
///
/// The same value becomes the same pseudonym everywhere, by a secret that only the transaction knows: nobody can find out
/// afterwards whose it was by trying. What is public stays: names, public posts, who follows whom.
struct Anonymization {
    let schema: LiveSchema
    let transaction: Transaction<ReadWrite>

    /// What becomes of a column's values.
    private enum Rule {
        case address, hashed, words, null, empty
    }

    private static let rules: [(table: String, columns: [String], rule: Rule)] = [
        ("users", ["email", "unconfirmed_email"], .address),
        ("users", ["encrypted_password"], .empty),
        (
            "users",
            [
                "reset_password_token", "confirmation_token", "sign_in_token", "otp_secret", "encrypted_otp_secret",
                "encrypted_otp_secret_iv", "encrypted_otp_secret_salt", "otp_backup_codes", "webauthn_id",
            ], .null
        ),
        ("identities", ["uid"], .hashed), ("invites", ["code"], .hashed), ("invites", ["comment"], .words),
        ("canonical_email_blocks", ["canonical_email_hash"], .hashed),
        ("oauth_applications", ["uid", "secret"], .hashed),
        ("generated_annual_reports", ["share_key"], .hashed), ("login_activities", ["user_agent"], .words),
        ("account_notes", ["comment"], .words), ("custom_filters", ["phrase"], .words),
        ("custom_filter_keywords", ["keyword"], .words), ("lists", ["title"], .words), ("reports", ["comment"], .words),
        ("report_notes", ["content"], .words), ("account_moderation_notes", ["content"], .words),
        ("instance_moderation_notes", ["content"], .words), ("appeals", ["text"], .words),
        ("account_warnings", ["text"], .words), ("user_invite_requests", ["text"], .words),
        ("ip_blocks", ["comment"], .words), ("domain_blocks", ["private_comment"], .words),
        ("admin_action_logs", ["human_identifier", "route_param"], .words),
        ("admin_action_logs", ["recorded_changes"], .null),
    ]

    /// Makes the secret, and notes the addresses there are: also those of tables that are emptied next.
    func begin() async throws {
        try await transaction.set("mastoctl.secret", to: RandomText.hexadecimal(32))
        for statement in Self.functions { try await transaction.execute(statement) }
        var sources: [Statement] = ["select email from users", "select unconfirmed_email from users"]
        if schema.has(table: "email_subscriptions") { sources.append("select email from email_subscriptions") }
        try await transaction.execute(
            """
            create temporary table mastoctl_addresses on commit drop as
            select
                original,
                regexp_replace(original, '^.*@', '') as domain,
                regexp_replace(original, '@[^@]*$', '') as name,
                pg_temp.mastoctl_pseudonym(original) as pseudonym
            from (
                select distinct lower(email) as original
                from (\(fragment: .joined(sources, separator: " union all "))) as known
                where email like '%_@_%'
            ) as addresses
            """)
        try await transaction.execute("create index on pg_temp.mastoctl_addresses (domain)")
        try await transaction.execute("analyze pg_temp.mastoctl_addresses")
    }

    /// - Returns: how many values were replaced.
    func replace() async throws -> Int {
        var count = 0
        for (table, columns, rule) in Self.rules {
            for column in columns where schema.has(column: column, in: table) {
                count += try await transaction.execute(
                    """
                    update \(identifier: table)
                    set \(identifier: column) = \(fragment: Self.value(rule, column))
                    where \(identifier: column) is not null
                        and \(identifier: column)::text <> ''
                    """)
            }
        }
        try await transaction.execute("update users set otp_required_for_login = false where otp_required_for_login")
        for table in ["webauthn_credentials", "backups"] where schema.has(table: table) {
            count += try await transaction.execute("delete from \(identifier: table)")
        }
        count += try await replaceKeys()
        count += try await replacePrivatePosts()
        for (table, column, _) in try await columns(of: ["inet"]) {
            count += try await transaction.execute(
                """
                update \(identifier: table)
                set \(identifier: column) = pg_temp.mastoctl_place(\(identifier: column))
                where \(identifier: column) is not null
                """)
        }
        // What is left of addresses in texts of people.
        for (table, column, type) in try await columns(of: Self.texts) {
            count += try await transaction.execute(
                """
                update \(identifier: table)
                set \(identifier: column) =
                    pg_temp.mastoctl_scrubbed(\(identifier: column)::text)::\(fragment: Self.cast(to: type))
                where \(identifier: column)::text like '%@%'
                    and exists (select from pg_temp.mastoctl_found(\(identifier: column)::text))
                """)
        }
        return count
    }

    /// Columns in which an address is left, with the number of rows; never the address.
    func left() async throws -> [String] {
        var left: [String] = []
        for (table, column, _) in try await columns(of: Self.texts) {
            let rows = try await transaction.first(
                """
                select count(*)
                from \(identifier: table)
                where \(identifier: column)::text like '%@%'
                    and exists (select from pg_temp.mastoctl_found(\(identifier: column)::text))
                """
            ) { try $0.value(0, as: Int64.self) }
            if let rows, rows > 0 { left.append("\(table).\(column): \(rows) rows") }
        }
        return left
    }

    private func replaceKeys() async throws -> Int {
        var count = try await transaction.execute(
            """
            update accounts
            set private_key = null, public_key = ''
            where domain is null
                and (private_key is not null or public_key <> '')
            """)
        if schema.has(table: "keypairs") {
            count += try await transaction.execute("delete from keypairs where private_key is not null")
        }
        count += try await transaction.execute(
            """
            update settings
            set value = '--- contact@anonymized.invalid' || chr(10)
            where var = 'site_contact_email'
            """)
        return count
    }

    /// What was written to followers (2), to those who are mentioned (3) and to a circle (4).
    private func replacePrivatePosts() async throws -> Int {
        var count = try await transaction.execute(
            """
            update statuses
            set text = pg_temp.mastoctl_words(text), spoiler_text = pg_temp.mastoctl_words(spoiler_text)
            where visibility in (2, 3, 4)
            """)
        count += try await transaction.execute(
            """
            update status_edits
            set text = pg_temp.mastoctl_words(status_edits.text),
                spoiler_text = pg_temp.mastoctl_words(status_edits.spoiler_text),
                media_descriptions = null,
                poll_options = null
            from statuses
            where statuses.id = status_edits.status_id
                and statuses.visibility in (2, 3, 4)
            """)
        count += try await transaction.execute(
            """
            update polls
            set options = array(select pg_temp.mastoctl_words(word) from unnest(polls.options) as word)
            from statuses
            where statuses.id = polls.status_id
                and statuses.visibility in (2, 3, 4)
            """)
        count += try await transaction.execute(
            """
            update media_attachments
            set description = null
            from statuses
            where statuses.id = media_attachments.status_id
                and statuses.visibility in (2, 3, 4)
                and media_attachments.description is not null
            """)
        return count
    }

    private static func value(_ rule: Rule, _ column: String) -> Statement {
        switch rule {
        case .address: "pg_temp.mastoctl_pseudonym(\(identifier: column))"
        case .hashed: "pg_temp.mastoctl_hash(\(identifier: column))"
        case .words: "pg_temp.mastoctl_words(\(identifier: column))"
        case .null: "null"
        case .empty: "''"
        }
    }

    private static let texts = ["text", "character varying", "json", "jsonb", "text[]", "character varying[]"]

    /// All columns of these types of all tables, whatever the release and the fork.
    private func columns(of types: [String]) async throws -> [(table: String, column: String, type: String)] {
        try await transaction.rows(
            """
            select relation.relname::text, attribute.attname::text, pg_catalog.format_type(attribute.atttypid, null)
            from pg_catalog.pg_attribute as attribute
            join pg_catalog.pg_class as relation on relation.oid = attribute.attrelid
            join pg_catalog.pg_namespace as space on space.oid = relation.relnamespace
            where space.nspname = 'public'
                and relation.relkind = 'r'
                and relation.relname not in ('schema_migrations', 'ar_internal_metadata')
                and attribute.attnum > 0
                and not attribute.attisdropped
                and attribute.attgenerated = ''
                and pg_catalog.format_type(attribute.atttypid, null) = any(\(types))
            order by relation.relname, attribute.attnum
            """
        ) { (table: try $0[0], column: try $0[1], type: try $0[2]) }
    }

    private static func cast(to type: String) -> Statement {
        switch type {
        case "json": "json"
        case "jsonb": "jsonb"
        case "text[]": "text[]"
        case "character varying[]": "varchar[]"
        default: "text"
        }
    }
}
