/// A change of webhooks.
package struct WebhookDeed: RecordIntent {
    package enum Verb: Sendable, Equatable {
        case add(url: String, events: [WebhookEvent], template: String?)
        case enable, disable, remove, rotateSecret
    }

    package let verb: Verb
    package let ids: [Int64]
    /// Whether a secret that is made is told.
    package let showsSecret: Bool

    package init(_ verb: Verb, _ ids: [Int64] = [], showsSecret: Bool = false) {
        self.verb = verb
        self.ids = ids
        self.showsSecret = showsSecret
    }

    package var name: String { "webhooks \(words.verb)" }
    package var noun: String { "webhooks" }
    package var done: String { words.done }
    package var asks: Bool { verb == .remove }

    package var permissions: [ModeratorPowers.Permission] {
        guard case .add(_, let events, _) = verb else { return [.manageWebhooks] }
        return [.manageWebhooks] + events.map(\.permission)
    }

    private var words: (verb: String, done: String) {
        switch verb {
        case .add: ("add", "added")
        case .enable: ("enable", "enabled")
        case .disable: ("disable", "disabled")
        case .remove: ("remove", "removed")
        case .rotateSecret: ("rotate-secret", "gave a new secret to")
        }
    }
}
