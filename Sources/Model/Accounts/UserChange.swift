/// What is to become of a user; what is nil or false stays as it is.
package struct UserChange: Sendable, Equatable {
    package enum Role: Sendable, Equatable {
        /// The role of that name; the one without a name is that of everyone, and the same as none.
        case named(String)
        case none

        /// As a command line names it.
        package init(word: String) {
            self = word == "none" ? .none : .named(word)
        }

        /// Nil for none.
        package var name: String? {
            if case .named(let name) = self, !name.isEmpty { name } else { nil }
        }
    }

    package var role: Role?
    /// As typed.
    package var email: String?
    /// Makes the address count that waits to be confirmed.
    package var confirms = false
    package var isDisabled: Bool?
    package var dropsSecondFactor = false
    package var approves = false

    package init() {}

    package var isEmpty: Bool { self == UserChange() }
}
