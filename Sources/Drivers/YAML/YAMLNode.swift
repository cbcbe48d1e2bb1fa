/// A value of a YAML file. Lines count from 1.
package enum YAMLNode: Sendable, Equatable {
    /// With or without quotes.
    case text(String, line: Int)
    case list([YAMLNode])
    case map([YAMLMember])
    /// No value, `~` or `null`.
    case nothing(line: Int)

    /// The value of a name in a map; of a name that stands there twice the last one.
    package subscript(name: String) -> YAMLNode? {
        guard case .map(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }
}

package struct YAMLMember: Sendable, Equatable {
    package var name: String
    package var value: YAMLNode
    package var line: Int
}

/// What cannot be understood, and where. The words quote nothing of the text: it may hold a secret.
package struct YAMLTrouble: Error, Equatable {
    package var line: Int
    package var reason: String

    package init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }
}
