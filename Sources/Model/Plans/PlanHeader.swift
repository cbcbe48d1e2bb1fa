/// What a saved plan says of itself before its items.
package struct PlanHeader: Sendable, Equatable {
    /// The form of plans this program writes and reads.
    package static let schema = "plan/1"

    /// The command's words: `accounts suspend`.
    package var operation: String
    /// What was asked for besides the items: a text, a report, a moderator.
    package var parameters: JSONValue
    /// `LOCAL_DOMAIN` of the instance it was made for.
    package var instance: String
    /// The newest migration of its database then.
    package var schemaVersion: String
    package var created: UTCTime
    /// What the items are called: `accounts`.
    package var noun: String

    package init(
        operation: String, parameters: JSONValue, instance: String, schemaVersion: String, created: UTCTime,
        noun: String
    ) {
        self.operation = operation
        self.parameters = parameters
        self.instance = instance
        self.schemaVersion = schemaVersion
        self.created = created
        self.noun = noun
    }

    /// Nil for what is no header of this form.
    package init?(json: JSONValue) {
        guard json["schema"]?.string == Self.schema, let operation = json["operation"]?.string,
            let instance = json["instance"]?.string, let schemaVersion = json["schema_version"]?.string,
            let created = json["created"]?.string.flatMap({ UTCTime(parsing: $0) }), let noun = json["noun"]?.string
        else { return nil }
        self.init(
            operation: operation, parameters: json["parameters"] ?? .null, instance: instance,
            schemaVersion: schemaVersion, created: created, noun: noun)
    }

    package var members: [JSONValue.Member] {
        [
            .init("schema", .string(Self.schema)), .init("operation", .string(operation)),
            .init("instance", .string(instance)), .init("schema_version", .string(schemaVersion)),
            .init("created", .string("\(created)")), .init("noun", .string(noun)), .init("parameters", parameters),
        ]
    }
}
