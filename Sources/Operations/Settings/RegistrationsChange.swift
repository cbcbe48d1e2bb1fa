import Model
import Stores

/// Opens or closes sign-ups.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/settings.rb`.
package struct RegistrationsChange: Operation {
    package var name: String { "settings registrations \(mode == .none ? "close" : mode.rawValue)" }
    package var risk: Risk { .mild }
    package var deed: String { "changed" }
    package var lock: String? { nil }
    package var namesItems: Bool { true }
    package var tables: Set<String> { ["settings"] }

    package let mode: RegistrationsMode
    /// Whether those who sign up must say why; nil to leave that as it is.
    package let requiresReason: Bool?

    package init(_ mode: RegistrationsMode, requiresReason: Bool? = nil) {
        self.mode = mode
        self.requiresReason = requiresReason
    }

    private var wanted: [SettingStep.Entry] {
        [.init(name: "registrations_mode", word: mode.rawValue)]
            + (requiresReason.map { [.init(name: "require_invite_text", word: "\($0)")] } ?? [])
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let count = try await differing(at: site).count
        return Survey(count: count, noun: "settings")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<SettingStep> {
        let entries = try await differing(at: site)
        return Steps(entries.isEmpty ? [] : [SettingStep(entries: entries)])
    }

    private func differing(at site: Site<ReadOnly>) async throws -> [SettingStep.Entry] {
        let settings = ServerSettings(site.instance)
        let wanted = wanted
        return try await site.database.read { connection in
            var found: [SettingStep.Entry] = []
            for entry in wanted
            where try await settings.yaml(entry.name, over: connection).flatMap(SettingValue.scalar) != entry.word {
                found.append(entry)
            }
            return found
        }
    }

    package func perform(_ step: SettingStep, at site: Site<ReadWrite>) async throws -> Outcome {
        let settings = ServerSettings(site.instance)
        let changed = try await site.change { connection in
            var aftermath = Aftermath()
            var count = 0
            for entry in step.entries
            where try await settings.set(
                entry.name, SettingValue.yaml(word: entry.word), &aftermath, over: connection)
            {
                count += 1
            }
            return (count, aftermath)
        }
        return Outcome(changed: changed, skipped: step.count - changed)
    }
}

/// Settings and what they are to be.
package struct SettingStep: OperationStep {
    package struct Entry: Sendable, Equatable {
        package var name: String
        package var word: String
    }

    package var entries: [Entry]

    package var count: Int { entries.count }
    package var labels: [String] { entries.map { "\($0.name) \($0.word)" } }
    package func prefix(_ count: Int) -> Self { Self(entries: Array(entries.prefix(count))) }
    package func dropFirst(_ count: Int) -> Self { Self(entries: Array(entries.dropFirst(count))) }
}
