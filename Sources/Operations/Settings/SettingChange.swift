import Faults
import Model
import Stores

/// Changes one of the server's settings, as its pages do; they log nothing.
///
/// Source: Mastodon 4.6.5 `app/models/form/admin_settings.rb`, `app/models/setting.rb`.
package struct SettingChange: Operation {
    let name: String
    let text: String

    /// - Parameter text: the value as one types it.
    package init(_ name: String, to text: String) {
        self.name = name
        self.text = text
    }

    package var card: Card {
        Card("settings set", of: "settings", "changed", tables: ["settings"], namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let setting = try SettingQuestion.setting(name, of: site.instance.schema.release)
        guard let content = setting.content(text) else {
            throw Fault(
                .badData, "\(setting.name) takes \(setting.allowed)", notes: ["nothing was changed"])
        }
        let settings = ServerSettings(site.instance)
        let names = Self.accounts(text, setting.kind)
        let (present, strangers) = try await site.database.read {
            (
                try await settings.yaml(setting.name, over: $0),
                names.isEmpty ? [] : try await settings.strangers(among: names, over: $0)
            )
        }
        if let stranger = strangers.first {
            throw Fault(.noSuch, "no local account is called \(stranger)", notes: ["nothing was changed"])
        }
        let isSo = ToldSetting(setting, yaml: present).value == content && present != nil
        let items = isSo ? [] : [Item(name: setting.name, yaml: SettingYAML.write(content))]
        return Prepared(Survey(count: items.count), Batches(of: items, by: 1)) { items, site in
            let settings = ServerSettings(site.instance)
            let changed = try await site.change { connection in
                var aftermath = Aftermath()
                var count = 0
                for item in items
                where try await settings.set(item.name, item.yaml, &aftermath, over: connection) { count += 1 }
                return (count, aftermath)
            }
            return Outcome(changed: changed, skipped: items.count - changed)
        }
    }

    /// The accounts a value names.
    private static func accounts(_ text: String, _ kind: ServerSetting.Kind) -> [String] {
        guard kind == .account || kind == .accounts else { return [] }
        return text.split(separator: ",").map { word in
            let name = word.drop { $0 == " " || $0 == "@" }
            return String(name.prefix { $0 != " " && $0 != "@" })
        }.filter { !$0.isEmpty }
    }

    package struct Item: WorkItem {
        var name: String
        var yaml: String

        package var label: String? { name }
    }
}
