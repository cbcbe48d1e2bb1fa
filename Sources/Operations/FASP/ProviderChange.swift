import Faults
import Model
import Stores

/// Confirms auxiliary service providers, or switches on or off what they can do, in conversation with them.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/fasp` (`registrations_controller.rb`, `providers_controller.rb`).
package struct ProviderChange: Operation {
    package enum Deed: Sendable, Equatable {
        /// Where a fingerprint is given, only a key that has it.
        case confirm(fingerprint: String?)
        case enable([String])
        case disable([String])
    }

    private let deed: Deed
    private let ids: [Int64]
    private let moderator: String?
    private let link: ProviderLink

    /// - Parameter link: closed when the process ends.
    package init(_ deed: Deed, _ ids: [Int64], on moderator: String?, by link: ProviderLink) {
        self.deed = deed
        self.ids = ids
        self.moderator = moderator
        self.link = link
    }

    package var card: Card {
        let tables: Set = ["fasp_providers", "unavailable_domains"]
        return switch deed {
        case .confirm: Card("fasp confirm", of: "providers", "confirmed", risk: .moderate, tables: tables)
        case .enable: Card("fasp enable", of: "providers", "switched on", tables: tables, namesItems: true)
        case .disable: Card("fasp disable", of: "providers", "switched off", tables: tables, namesItems: true)
        }
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let powers = try await site.powers(of: moderator, by: .direct, [])
        guard powers.can(.manageFederation) else {
            throw Fault(
                .denied, "\(powers.account.handle): \(AccountRefusal.lacks(.manageFederation).inWords)",
                help: "give --as the name of another moderator")
        }
        let schema = site.instance.schema
        let all = try await site.database.read { try await Provider.find(ids, on: schema, over: $0) }
        try all.forEach(require)
        let due = all.filter(isDue)
        var survey = Survey(count: due.count)
        if !site.instance.features.contains("fasp") {
            survey.foreseen.append(.provider(.unused))
        }
        if case .confirm(nil) = deed {
            survey.foreseen += due.map { .provider(.key(provider: $0.name, fingerprint: $0.fingerprint)) }
        }
        return Prepared(survey, Batches(of: due.map(Item.init), by: 1), perform: change).acting(
            as: powers.account.handle)
    }

    /// Refuses what cannot be done before anything is.
    private func require(_ provider: Provider) throws {
        switch deed {
        case .confirm(let fingerprint?) where fingerprint != provider.fingerprint:
            throw Fault(
                .badData, "the key of \(provider.name) is another one",
                notes: ["its fingerprint is \(provider.fingerprint)"],
                help: "do not confirm it: somebody else may have registered in its name")
        case .confirm: break
        case .enable(let names), .disable(let names):
            guard provider.isConfirmed else {
                throw Fault(
                    .badData, "\(provider.name) is not confirmed",
                    help: "run `mastoctl fasp confirm \(provider.id)` first")
            }
            let known = provider.capabilities.map(\.id)
            if let name = names.first(where: { !known.contains($0) }) {
                throw Fault(
                    .noSuch, "\(provider.name) offers no \(name)",
                    help: known.isEmpty ? nil : "it offers \(known.joined(separator: ", "))")
            }
        }
    }

    private func isDue(_ provider: Provider) -> Bool {
        switch deed {
        case .confirm: !provider.isConfirmed
        case .enable(let names): provider.capabilities.contains { names.contains($0.id) && !$0.isOn }
        case .disable(let names): provider.capabilities.contains { names.contains($0.id) && $0.isOn }
        }
    }

    private func change(_ items: [Item], at site: Site<ReadWrite>) async throws -> Outcome {
        let schema = site.instance.schema
        let named = items.map(\.provider.id)
        var outcome = Outcome()
        // As they are now: somebody may have been at the server's page.
        for provider in try await site.database.read({ try await Provider.find(named, on: schema, over: $0) }) {
            guard isDue(provider) else {
                outcome.skipped += 1
                continue
            }
            switch deed {
            case .confirm: try await site.confirm(provider, by: link)
            case .enable(let names): try await site.switchOn(true, names, of: provider, by: link)
            case .disable(let names): try await site.switchOn(false, names, of: provider, by: link)
            }
            outcome.changed += 1
        }
        return outcome
    }

    package struct Item: WorkItem {
        let provider: Provider

        package var label: String? { provider.name }
    }
}
