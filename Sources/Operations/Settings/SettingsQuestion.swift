import Faults
import Model
import Stores

/// Asks what the server's settings are: all that this release has, by name.
package struct SettingsQuestion: Question {
    /// Only those that somebody has set.
    let areSet: Bool

    package init(areSet: Bool = false) {
        self.areSet = areSet
    }

    package func answer(at site: Site<ReadOnly>) async throws -> ToldSettings {
        let settings = ServerSettings(site.instance)
        let yaml = try await site.database.read { try await settings.all(over: $0) }
        let all = ServerSetting.all(of: site.instance.schema.release).map { ToldSetting($0, yaml: yaml[$0.name]) }
        return ToldSettings(areSet ? all.filter(\.isSet) : all, by: "settings list")
    }
}

/// Asks what one of them is.
package struct SettingQuestion: Question {
    let name: String

    package init(_ name: String) {
        self.name = name
    }

    /// - Throws: `Fault(.noSuch)` for a name this release has not.
    package func answer(at site: Site<ReadOnly>) async throws -> ToldSetting {
        let known = try Self.setting(name, of: site.instance.schema.release)
        let settings = ServerSettings(site.instance)
        return ToldSetting(known, yaml: try await site.database.read { try await settings.yaml(known.name, over: $0) })
    }

    static func setting(_ name: String, of release: MastodonRelease?) throws -> ServerSetting {
        let name = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
        guard let setting = ServerSetting.all(of: release).first(where: { $0.name == name }) else {
            throw Fault(
                .noSuch, "this server has no setting '\(name)'", notes: ["pictures are no settings in this sense"],
                help: "try `mastoctl settings list`")
        }
        return setting
    }
}
