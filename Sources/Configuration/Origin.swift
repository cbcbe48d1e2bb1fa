/// Where a value came from.
package enum Origin: Sendable, Equatable, CustomStringConvertible {
    case flag(String)
    case environment(String)
    case profile(path: String, key: String)
    case envFile(path: String, line: Int, key: String)
    case standard

    /// The level of precedence; the higher wins.
    package var level: Int {
        switch self {
        case .flag: 4
        case .environment: 3
        case .profile: 2
        case .envFile: 1
        case .standard: 0
        }
    }

    /// `DB_HOST in /home/mastodon/live/.env.production:12`, `--env-file`, `default`.
    package var description: String {
        switch self {
        case .flag(let name): name
        case .environment(let name): "environment \(name)"
        case .profile(let path, let key): "\(key) in \(path)"
        case .envFile(let path, let line, let key): "\(key) in \(path):\(line)"
        case .standard: "default"
        }
    }
}

/// A value and where it came from.
package struct Sourced<Value: Sendable>: Sendable {
    package var value: Value
    package var origin: Origin

    package init(_ value: Value, _ origin: Origin) {
        self.value = value
        self.origin = origin
    }

    package func map<Other: Sendable>(_ change: (Value) throws -> Other) rethrows -> Sourced<Other> {
        Sourced<Other>(try change(value), origin)
    }
}

extension Sourced: Equatable where Value: Equatable {}

/// What the command line says about one setting: `Override(flag: "--concurrency", key: "run.concurrency", value: "8")`.
package struct Override: Sendable {
    package var flag: String
    package var key: String
    package var value: String

    package init(flag: String, key: String, value: String) {
        self.flag = flag
        self.key = key
        self.value = value
    }
}
