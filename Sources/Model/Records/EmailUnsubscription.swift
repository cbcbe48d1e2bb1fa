/// Ends subscriptions by mail.
package struct EmailUnsubscription: RecordIntent {
    /// Addresses, or ids of rows.
    package let words: [String]

    package init(_ words: [String]) {
        self.words = words
    }

    package var name: String { "email-subscriptions unsubscribe" }
    package var noun: String { "subscriptions" }
    package var done: String { "ended" }
    package var permissions: [ModeratorPowers.Permission] { [.manageSettings] }
}
