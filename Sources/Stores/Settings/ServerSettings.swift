import Model
import Postgres

/// The settings of the server that its admins change on its pages: rows of `settings`, kept by it in its cache too.
///
/// Source: Mastodon 4.3.23 to 4.6.5 `app/models/setting.rb`; 4.2 and 4.3 have columns for settings of users there.
package struct ServerSettings: Sendable {
    private let schema: LiveSchema

    package init(_ instance: Instance) {
        schema = instance.schema
    }

    /// The YAML of a setting; nil when nobody has set it.
    package func yaml(_ name: String, over connection: Transaction<some Access>) async throws -> String? {
        try await connection.first(
            """
            select value
            from settings
            where var = \(name) and \(fragment: ofServer)
            """
        ) { try $0.value(0, as: String?.self) } ?? nil
    }

    /// The YAML of every setting that somebody has set, by name.
    package func all(over connection: Transaction<some Access>) async throws -> [String: String] {
        let rows = try await connection.rows(
            """
            select var, coalesce(value, '')
            from settings
            where \(fragment: ofServer)
            """
        ) { (try $0.value(0, as: String.self), try $0.value(1, as: String.self)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// Which of these names no local account has, in any case.
    package func strangers(
        among names: [String], over connection: Transaction<some Access>
    ) async throws -> [String] {
        try await connection.rows(
            """
            select wanted.name
            from unnest(\(names)) as wanted (name)
            where not exists (
                select 1 from accounts where domain is null and lower(username) = lower(wanted.name))
            """
        ) { try $0.value(0, as: String.self) }
    }

    /// Who may sign up. Without a row it is nobody, and on 4.2 everybody (`config/settings.yml`).
    package func registrations(over connection: Transaction<some Access>) async throws -> RegistrationsMode {
        let standard: RegistrationsMode = schema.release == .v4_2 ? .open : .none
        guard let yaml = try await yaml("registrations_mode", over: connection) else { return standard }
        return SettingValue.scalar(yaml).flatMap(RegistrationsMode.init) ?? .none
    }

    /// Writes a setting, and lets the server forget what it has cached of it.
    ///
    /// - Returns: whether it was another one before.
    package func set(
        _ name: String, _ yaml: String, _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws -> Bool {
        // Between them is the MD5 of all defaults, which only the server itself knows.
        aftermath.forget(matching: "rails_settings_cached/\(String(repeating: "?", count: 32))/\(name)")
        // The style sheet's address holds a digest of it. Source: Mastodon 4.6.5 `app/models/form/admin_settings.rb`.
        if name == "custom_css" { aftermath.forget("setting_digest_custom_css") }
        let changed = try await connection.execute(
            """
            update settings
            set value = \(yaml), updated_at = now() at time zone 'utc'
            where var = \(name) and \(fragment: ofServer) and value is distinct from \(yaml)
            """)
        if changed > 0 { return true }
        return try await connection.execute(
            """
            insert into settings (var, value, created_at, updated_at)
            select \(name), \(yaml), now() at time zone 'utc', now() at time zone 'utc'
            where not exists (select 1 from settings where var = \(name) and \(fragment: ofServer))
            """) > 0
    }

    private var ofServer: Statement {
        schema.has(column: "thing_type", in: "settings") ? "thing_type is null and thing_id is null" : "true"
    }
}
