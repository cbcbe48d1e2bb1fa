/// A change of relays.
package struct RelayDeed: RecordIntent {
    package enum Verb: Sendable, Equatable {
        /// Of the inbox at this address.
        case add(String)
        case enable, disable, remove
    }

    package let verb: Verb
    package let ids: [Int64]

    package init(_ verb: Verb, _ ids: [Int64] = []) {
        self.verb = verb
        self.ids = ids
    }

    package var name: String { "relays \(words.verb)" }
    package var noun: String { "relays" }
    package var done: String { words.done }
    package var asks: Bool { verb == .remove }
    package var permissions: [ModeratorPowers.Permission] { [.manageFederation] }

    /// As the server's log calls it.
    package var logged: String { words.logged }

    private var words: (verb: String, done: String, logged: String) {
        switch verb {
        case .add: ("add", "asked", "create")
        case .enable: ("enable", "asked", "enable")
        case .disable: ("disable", "disabled", "disable")
        case .remove: ("remove", "removed", "destroy")
        }
    }
}
