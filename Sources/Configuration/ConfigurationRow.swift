import Faults

/// One line of `config show`.
package struct ConfigurationRow: Sendable, Equatable {
    package var key: String
    /// Safe to print: a secret is masked.
    package var value: String
    package var origin: Origin
    package var isSecret: Bool

    /// Every setting with a value; a secret shows only that it is there.
    static func all(_ resolver: Resolver, discovery: Discovery) -> [ConfigurationRow] {
        Setting.all.compactMap { setting in
            let isSecret = setting.kind == .secret
            if let text = resolver.text(setting.key) {
                return ConfigurationRow(
                    key: setting.key, value: shown(text.value, of: setting.kind), origin: text.origin,
                    isSecret: isSecret)
            }
            let found: String? =
                switch setting.key {
                case "root": discovery.root
                case "env_file": discovery.envFile?.path
                case "storage.root": discovery.root.map { joined($0, "public/system") }
                default: nil
                }
            return found.map { ConfigurationRow(key: setting.key, value: $0, origin: .standard, isSecret: false) }
        }
    }

    private static func shown(_ text: String, of kind: Setting.Kind) -> String {
        if kind == .secret { return text.isEmpty ? "" : Secret.mask }
        return kind.takes(text) ? safe(text) : "(not \(kind.expectation))"
    }

    /// A URL may carry a name, a password and a query, also one that is not meant to, such as the search cluster's.
    private static func safe(_ text: String) -> String {
        text.contains("://") ? Address(text).description : text
    }
}
