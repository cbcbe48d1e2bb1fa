/// Values by what they are called in words; JSON spells the names in snake_case.
@propertyWrapper
package struct FigureNames<Value: Encodable & Sendable>: Encodable, Sendable {
    package var wrappedValue: [String: Value]

    package init(wrappedValue: [String: Value]) {
        self.wrappedValue = wrappedValue
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(wrappedValue.map { (Self.key($0), $1) }, uniquingKeysWith: { first, _ in first }))
    }

    /// `left alone, a moderator` becomes `left_alone_a_moderator`.
    private static func key(_ name: String) -> String {
        name.split { !$0.isLetter && !$0.isNumber }.joined(separator: "_").lowercased()
    }
}
