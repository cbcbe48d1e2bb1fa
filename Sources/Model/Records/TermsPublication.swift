/// Publishes terms of service: the draft there is, with this text, or new ones.
package struct TermsPublication: RecordIntent {
    package let text: String
    package let changelog: String
    /// `2026-12-31`
    package let effective: String
    /// Whether everybody is told by mail.
    package let notifies: Bool

    package init(text: String, changelog: String, effective: String, notifies: Bool) {
        self.text = text
        self.changelog = changelog
        self.effective = effective
        self.notifies = notifies
    }

    package var name: String { "terms publish" }
    package var noun: String { "terms of service" }
    package var done: String { "published" }
    package var asks: Bool { true }
    package var permissions: [ModeratorPowers.Permission] { [.manageSettings] }
}
