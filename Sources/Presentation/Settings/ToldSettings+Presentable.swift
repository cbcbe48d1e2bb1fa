import Console
import Model

extension ToldSettings: Presentable {
    package var table: Table {
        var table = Table([
            .init("name"), .init("value", canShrink: true), .init("set"), .init("default", canShrink: true),
            .init("allowed", canShrink: true),
        ])
        for setting in settings {
            table.add([
                setting.name, setting.value?.plain ?? "(unreadable)", setting.isSet ? "yes" : "no",
                setting.standard.plain, setting.allowed,
            ])
        }
        return table
    }

    package var lines: [any Encodable & Sendable] { settings }
    package var ids: [String] { settings.map(\.name) }
}

/// What one setting is: the value alone for a person and for scripts.
package struct SettingShown: Presentable {
    package var schema = "settings.get/1"
    package var setting: ToldSetting

    package init(_ setting: ToldSetting) {
        self.setting = setting
    }

    package var table: Table { ToldSettings([setting], by: "settings get").table }
    package func text(for terminal: Terminal) -> String {
        (setting.value?.plain ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            .map { Sanitized.text(String($0)) }.joined(separator: "\n") + "\n"
    }
    package var ids: [String] { [setting.value?.plain ?? ""] }
}
