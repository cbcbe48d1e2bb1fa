/// Ends invites.
package struct InviteExpiry: RecordIntent {
    package enum Selection: Sendable, Equatable {
        case codes([String])
        /// Every one that has not expired.
        case open
    }

    package let selection: Selection

    package init(_ selection: Selection) {
        self.selection = selection
    }

    package var name: String { "invites expire" }
    package var noun: String { "invites" }
    package var done: String { "ended" }
    package var asks: Bool { selection == .open }
    package var permissions: [ModeratorPowers.Permission] { [.manageInvites] }
}
