/// A setting, what it is now and what it may be.
package struct ToldSetting: Sendable, Encodable {
    package var name: String
    /// Nil where what stands in the database cannot be read.
    package var value: SettingContent?
    /// Whether anybody has set it.
    package var isSet: Bool
    package var standard: SettingContent
    package var type: String
    package var allowed: String

    enum CodingKeys: String, CodingKey {
        case name, value, isSet, standard = "default", type, allowed
    }

    /// - Parameter yaml: what stands in the database; nil when nobody has set it.
    package init(_ setting: ServerSetting, yaml: String?) {
        name = setting.name
        isSet = yaml != nil
        value = yaml.map(SettingYAML.read) ?? setting.standard
        standard = setting.standard
        type = setting.type
        allowed = setting.allowed
    }
}

/// Settings, by their names.
package struct ToldSettings: Sendable, Encodable {
    package var schema: String
    package var settings: [ToldSetting]

    package init(_ settings: [ToldSetting], by command: String) {
        schema = command.replacing(" ", with: ".") + "/1"
        self.settings = settings
    }
}
