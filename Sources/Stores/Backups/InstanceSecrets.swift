import Crypto
import Engines
import Faults
import Model

/// The instance's env file and the secrets in it.
package struct InstanceSecrets: Sendable, CustomStringConvertible, CustomReflectable {
    /// Where the file lies; nil where the variables come from the environment.
    package let path: String?
    let bytes: [UInt8]
    let values: [String: String]

    /// - Parameters:
    ///   - bytes: what is saved: the file as it stands.
    ///   - values: by variable, as the server reads them.
    package init(path: String?, bytes: [UInt8], values: [String: String]) {
        self.path = path
        self.bytes = bytes
        self.values = values
    }

    package var description: String { "secrets of \(path ?? "the environment")" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Whether there is anything to save.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The names of all variables.
    package var names: Set<String> { Set(values.keys) }

    /// Whether a variable has another value among others; the values themselves are nobody's business.
    package func differs(_ name: String, from others: [String: String]) -> Bool { values[name] != others[name] }

    /// Variables that a server of this release cannot be without and that are not there.
    package func missing(_ release: MastodonRelease?) -> [String] {
        let isNew = (release ?? .v4_6) >= .v4_3
        let needed = BackupSecrets.names.filter { name in
            if name == "OTP_SECRET" { return !isNew }
            return isNew || !name.hasPrefix("ACTIVE_RECORD_")
        }
        return needed.filter { (values[$0] ?? "").isEmpty }
    }

    /// What the manifest tells of them: a salt of its own, and what each hashes to with it.
    package func fingerprints(recipient: String?) -> BackupSecrets {
        let salt = RandomText.hexadecimal(16)
        return BackupSecrets(
            path: path, salt: salt, fingerprints: Self.fingerprints(values, salt: salt), recipient: recipient)
    }

    /// What is saved: encrypted for a recipient where there is one.
    package func content(for recipient: String?) async throws -> [UInt8] {
        guard let recipient else { return bytes }
        return try await Age().encrypt(bytes, for: recipient)
    }

    /// Variables whose values are not those that were saved.
    package func strangers(to saved: BackupSecrets) -> [String] {
        let mine = Self.fingerprints(values, salt: saved.salt)
        return saved.fingerprints.filter { mine[$0.key] != $0.value }.map(\.key).sorted()
    }

    /// What goes along to another host, as an env file; encrypted for a recipient where there is one.
    package func takenAlong(for recipient: String?) async throws -> [UInt8] {
        let bytes = Array(EnvironmentSplit.text(values.filter { EnvironmentSplit.goesAlong($0.key) }).utf8)
        guard let recipient else { return bytes }
        return try await Age().encrypt(bytes, for: recipient)
    }

    /// The names of what another host sets anew.
    package var setAnew: [String] { values.keys.filter { !EnvironmentSplit.goesAlong($0) }.sorted() }

    /// The env file of a copy that reaches nobody: what was saved, where the services of this place are, and nothing by
    /// which it could act. Of an anonymized one the secrets are others.
    ///
    /// - Parameter saved: as they came out of the backup.
    package func staging(of saved: [String: String], anonymized: Bool) -> String {
        var all = saved.filter { EnvironmentSplit.goesAlong($0.key) }
        let places = ["DB_", "DATABASE_URL", "REDIS_", "SIDEKIQ_REDIS_", "CACHE_REDIS_", "PAPERCLIP_"]
        all.merge(values.filter { name, _ in places.contains { name.hasPrefix($0) } }) { $1 }
        if anonymized {
            for name in BackupSecrets.names {
                // The pair for push belongs together, and nobody is pushed to.
                all[name] = name.hasPrefix("VAPID_") ? nil : all[name].map { _ in RandomText.hexadecimal(32) }
            }
        }
        return EnvironmentSplit.text(all.merging(EnvironmentSplit.sink) { $1 })
    }

    private static func fingerprints(_ values: [String: String], salt: String) -> [String: String] {
        var found: [String: String] = [:]
        for name in BackupSecrets.names {
            guard let value = values[name], !value.isEmpty else { continue }
            found[name] = Hashed.fingerprint(value, salt: salt)
        }
        return found
    }
}
