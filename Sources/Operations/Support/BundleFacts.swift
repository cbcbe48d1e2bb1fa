import Faults
import Model
import Stores

/// What is known of a server before it is asked anything: its configuration, and what must not be told of it.
package struct BundleFacts: Sendable {
    package struct Setting: Sendable {
        package var key: String
        package var value: String
        package var origin: String

        package init(key: String, value: String, origin: String) {
            self.key = key
            self.value = value
            self.origin = origin
        }
    }

    /// This program's.
    package var version: String
    package var profile: String?
    package var settings: [Setting]
    /// What is wrong with the configuration.
    package var doubts: [String]
    package var mask: TextMask
    /// Files whose last lines are taken along, where they can be read.
    package var logs: [String]
    /// Turns an answer into its JSON form.
    package var encode: @Sendable (any Encodable & Sendable) throws -> JSONValue

    package init(
        version: String, profile: String?, settings: [Setting], doubts: [String], mask: TextMask, logs: [String],
        encode: @escaping @Sendable (any Encodable & Sendable) throws -> JSONValue
    ) {
        self.version = version
        self.profile = profile
        self.settings = settings
        self.doubts = doubts
        self.mask = mask
        self.logs = logs
        self.encode = encode
    }

    /// Keys and origins of everything, values of what is known to be harmless.
    func configuration(_ variables: ServerVariables?) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", "support.configuration/1"),
            .init(
                "settings",
                .array(
                    settings.map { setting in
                        let value =
                            ToldNames.settings.contains(setting.key) || setting.value.isEmpty
                            ? setting.value : ToldNames.replaced
                        return .object([
                            .init("setting", .string(setting.key)), .init("value", .string(value)),
                            .init("origin", .string(setting.origin)),
                        ])
                    })),
            .init("doubts", .array(doubts.map { .string($0) })),
        ]
        if let profile { members.insert(.init("profile", .string(profile)), at: 1) }
        if let variables {
            members.append(.init("env_file", .string(variables.path)))
            members.append(.init("env_file_mode", .string(String(variables.mode, radix: 8))))
            members.append(.init("disputed", .array(variables.disputed.sorted().map { .string($0) })))
            members.append(.init("repeated", .array(variables.repeated.sorted().map { .string($0) })))
            members.append(
                .init(
                    "variables",
                    .array(
                        variables.values.sorted { $0.key < $1.key }.map { name, value in
                            let told =
                                value.isEmpty || ToldNames.variables.contains(name) ? value : ToldNames.replaced
                            return .object([.init("name", .string(name)), .init("value", .string(told))])
                        })))
        }
        return .object(members)
    }
}

/// A bundle before it is a file.
package struct SupportBundle: Sendable {
    package struct Gap: Sendable, Encodable {
        package var part: String
        package var reason: String
    }

    /// The manifest first.
    package let parts: [BundlePart]
    /// What could not be had.
    package let gaps: [Gap]
    package let time: UTCTime
    package let domain: String?

    /// Writes it to a new file that nobody else may read.
    ///
    /// - Throws: `Fault(.usage)` when there is one of that name, `Fault(.inputOutput)`.
    package func write(to path: String) throws { try BundleFile.write(parts, to: path, at: time) }
}
