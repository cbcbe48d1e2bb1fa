import Faults
import Model

/// Answers what holds for a setting: flag, environment, profile, env file, default, in that order.
final class Resolver {
    let overrides: [String: Override]
    let environment: [String: String]
    let profile: Profile?
    let envFile: EnvFile?
    let credentials: Credentials?
    /// Words for the admin, gathered on the way.
    var warnings: [String] = []

    init(
        overrides: [Override], environment: [String: String], profile: Profile?, envFile: EnvFile?,
        credentials: Credentials? = nil
    ) {
        self.overrides = Dictionary(overrides.map { ($0.key, $0) }) { _, last in last }
        self.environment = environment
        self.profile = profile
        self.envFile = envFile
        self.credentials = credentials
    }

    /// What was said about a setting, or nil when nobody said anything. An empty text is something said.
    func said(_ key: String) -> Sourced<String>? {
        guard let setting = Setting.byKey[key] else { preconditionFailure("no setting \(key)") }
        if let override = overrides[key] { return Sourced(override.value, .flag(override.flag)) }
        for name in setting.variables {
            if let value = environment[name] { return Sourced(value, .environment(name)) }
        }
        if let profile, let value = profile.values[key] {
            return Sourced(value, .profile(path: profile.path, key: profile.secretKeys[key] ?? key))
        }
        if key == "lanes.api_token", let credentials {
            return Sourced(credentials.token.reveal(), .profile(path: credentials.path, key: "api_token"))
        }
        if let envFile {
            for name in setting.variables {
                if let entry = envFile.entries[name] {
                    return Sourced(entry.value, .envFile(path: entry.path ?? envFile.path, line: entry.line, key: name))
                }
            }
        }
        return nil
    }

    /// What was said or else the default.
    func text(_ key: String) -> Sourced<String>? {
        said(key) ?? Setting.byKey[key]?.fallback.map { Sourced($0, .standard) }
    }

    /// The text, absent when empty.
    func filled(_ key: String) -> String? {
        text(key).flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    func secret(_ key: String) -> Secret? {
        filled(key).map { Secret($0) }
    }

    /// - Throws: `Fault` of kind `configuration` naming the origin, never the value.
    func integer(_ key: String) throws -> Int? {
        guard let text = text(key), !text.value.isEmpty else {
            return Setting.byKey[key]?.fallback.flatMap { Int($0) }
        }
        guard let number = Int(text.value), number >= 0 else { throw wrong(key, text.origin) }
        return number
    }

    /// A port from 1 to 65535.
    func port(_ key: String) throws -> Int? {
        guard let number = try integer(key) else { return nil }
        guard (1...65_535).contains(number) else {
            throw Fault(.configuration, "\(text(key)?.origin ?? .standard) must be a port from 1 to 65535")
        }
        return number
    }

    /// Mastodon takes only the word `true` for true in its variables; a profile has TOML's own booleans.
    func boolean(_ key: String) throws -> Bool {
        guard let text = text(key) else { return false }
        switch text.origin {
        case .environment, .envFile:
            if ["1", "yes", "on", "True", "TRUE"].contains(text.value) {
                warnings.append("\(text.origin) is not the word true, so Mastodon takes it for false, and so do we")
            }
            return text.value == "true"
        case .flag, .profile, .standard:
            guard text.value == "true" || text.value == "false" else { throw wrong(key, text.origin) }
            return text.value == "true"
        }
    }

    func duration(_ key: String) throws -> Duration? {
        guard let text = text(key), !text.value.isEmpty else { return nil }
        guard let duration = try? Duration(parsing: text.value) else { throw wrong(key, text.origin) }
        return duration
    }

    func size(_ key: String) throws -> ByteCount? {
        guard let text = text(key), !text.value.isEmpty else { return nil }
        guard let size = try? ByteCount(parsing: text.value) else { throw wrong(key, text.origin) }
        return size
    }

    func list(_ key: String) -> [String] {
        (text(key)?.value ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }

    func choice(_ key: String) throws -> String? {
        guard let setting = Setting.byKey[key], case .choice(let names) = setting.kind else { return nil }
        guard let text = text(key), !text.value.isEmpty else { return setting.fallback }
        guard names.contains(text.value) else { throw wrong(key, text.origin) }
        return text.value
    }

    func wrong(_ key: String, _ origin: Origin) -> Fault {
        let expectation = Setting.byKey[key]?.kind.expectation ?? "text"
        return Fault(.configuration, "\(origin) must be \(expectation)")
    }
}

extension StringProtocol {
    /// Without blanks at both ends.
    var trimmed: String {
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
