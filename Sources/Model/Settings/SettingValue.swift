/// Values of the server's own settings, which it keeps as YAML.
///
/// Source: Mastodon 4.6.5 `app/models/setting.rb`; Ruby's YAML writes a scalar as `--- open\n`, older ones with `...`
/// on a line of its own behind it.
package enum SettingValue {
    /// The text of a scalar without quotes; nil for lists, hashes and nothing.
    package static func scalar(_ yaml: String) -> String? {
        let lines = yaml.split(separator: "\n").filter { $0 != "..." }
        guard lines.count == 1, lines[0].hasPrefix("---") else { return nil }
        let text = lines[0].dropFirst(3).drop { $0 == " " }
        guard let first = text.first, first != "[", first != "{", text != "~", text != "null" else { return nil }
        if text.count >= 2, first == text.last, first == "'" || first == "\"" {
            let inner = String(text.dropFirst().dropLast())
            return first == "'" ? inner.replacing("''", with: "'") : inner
        }
        return String(text)
    }

    /// The scalars of a list.
    package static func list(_ yaml: String) -> [String] {
        yaml.split(separator: "\n").filter { $0.hasPrefix("- ") }.compactMap { scalar("--- " + $0.dropFirst(2)) }
    }

    /// The YAML of a word that needs no quotes.
    package static func yaml(word: String) -> String { "--- \(word)\n" }
}

/// Who may sign up.
package enum RegistrationsMode: String, Sendable, CaseIterable {
    case open
    /// Everyone, once a moderator agrees.
    case approved
    case none
}
