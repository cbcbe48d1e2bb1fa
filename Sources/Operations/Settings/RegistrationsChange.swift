import Model
import Stores

/// Opens or closes sign-ups.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/settings.rb`.
package struct RegistrationsChange: Operation {
    package let mode: RegistrationsMode
    /// Whether those who sign up must say why; nil to leave that as it is.
    package let requiresReason: Bool?

    package init(_ mode: RegistrationsMode, requiresReason: Bool? = nil) {
        self.mode = mode
        self.requiresReason = requiresReason
    }

    package var card: Card {
        Card(
            "settings registrations \(mode == .none ? "close" : mode.rawValue)", of: "settings", "changed", lock: .none,
            tables: ["settings"], namesItems: true)
    }

    private var wanted: [Setting] {
        [Setting(name: "registrations_mode", word: mode.rawValue)]
            + (requiresReason.map { [Setting(name: "require_invite_text", word: "\($0)")] } ?? [])
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Setting> {
        let settings = ServerSettings(site.instance)
        let wanted = wanted
        let differing = try await site.database.read { connection in
            var found: [Setting] = []
            for setting in wanted
            where try await settings.yaml(setting.name, over: connection).flatMap(SettingValue.scalar) != setting.word {
                found.append(setting)
            }
            return found
        }
        return Prepared(
            Survey(count: differing.count), Batches(of: differing, by: max(1, differing.count)), perform: Self.set)
    }

    private static func set(_ wanted: [Setting], at site: Site<ReadWrite>) async throws -> Outcome {
        let settings = ServerSettings(site.instance)
        let changed = try await site.change { connection in
            var aftermath = Aftermath()
            var count = 0
            for setting in wanted
            where try await settings.set(
                setting.name, SettingValue.yaml(word: setting.word), &aftermath, over: connection)
            {
                count += 1
            }
            return (count, aftermath)
        }
        return Outcome(changed: changed, skipped: wanted.count - changed)
    }

    /// A setting and what it is to be.
    package struct Setting: WorkItem {
        package var name: String
        package var word: String

        package var label: String? { "\(name) \(word)" }
    }
}
