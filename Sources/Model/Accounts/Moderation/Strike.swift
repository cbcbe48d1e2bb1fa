/// What goes with an action against an account: the moderator's words, the report it answers, a notice to its owner.
package struct Strike: Sendable, Equatable {
    package var text: String
    package var report: Int64?
    /// Whether a local account's owner is told, by mail and by a notification.
    package var notifies: Bool

    package init(text: String = "", report: Int64? = nil, notifies: Bool = true) {
        self.text = text
        self.report = report
        self.notifies = notifies
    }
}
