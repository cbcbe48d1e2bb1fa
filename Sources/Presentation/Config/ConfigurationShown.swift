import Console
import Faults

/// `config show`: every setting that has a value, and who said it.
package struct ConfigurationShown: Presentable {
    package struct Setting: Encodable, Sendable {
        package var key: String
        /// Masked when it is a secret.
        package var value: String
        /// `DB_HOST in /home/mastodon/live/.env.production:12`, `default`.
        package var origin: String
        package var isSecret: Bool

        package init(key: String, value: String, origin: String, isSecret: Bool) {
            self.key = key
            self.value = value
            self.origin = origin
            self.isSecret = isSecret
        }
    }

    package var schema = "config.show/1"
    package var profile: String?
    package var envFile: String?
    package var settings: [Setting]

    package init(profile: String?, envFile: String?, settings: [Setting]) {
        self.profile = profile
        self.envFile = envFile
        self.settings = settings
    }

    package var table: Table {
        var table = Table([.init("setting"), .init("value", canShrink: true), .init("origin", canShrink: true)])
        for setting in settings { table.add([setting.key, setting.value, setting.origin]) }
        return table
    }

    package var lines: [any Encodable & Sendable] { settings }
    package var ids: [String] { settings.map(\.key) }
}
