/// An announcement that is to be.
package struct AnnouncementText: Sendable, Equatable {
    package var text: String
    /// When it is to be told; nil for at once.
    package var scheduled: UTCTime?
    /// What it is about begins and ends then; both or neither.
    package var starts: UTCTime?
    package var ends: UTCTime?
    package var isAllDay: Bool

    package init(
        _ text: String, at scheduled: UTCTime? = nil, starts: UTCTime? = nil, ends: UTCTime? = nil,
        isAllDay: Bool = false
    ) {
        self.text = text
        self.scheduled = scheduled
        self.starts = starts
        self.ends = ends
        self.isAllDay = isAllDay
    }
}

/// A change of announcements.
package struct AnnouncementDeed: RecordIntent {
    package enum Verb: Sendable, Equatable {
        case add(AnnouncementText)
        case publish, unpublish, remove
    }

    package let verb: Verb
    package let ids: [Int64]

    package init(_ verb: Verb, _ ids: [Int64] = []) {
        self.verb = verb
        self.ids = ids
    }

    package var name: String {
        switch verb {
        case .add: "announcements add"
        case .publish: "announcements publish"
        case .unpublish: "announcements unpublish"
        case .remove: "announcements remove"
        }
    }

    package var noun: String { "announcements" }

    package var done: String {
        switch verb {
        case .add: "added"
        case .publish: "published"
        case .unpublish: "unpublished"
        case .remove: "removed"
        }
    }

    package var asks: Bool { verb == .remove }
    package var permissions: [ModeratorPowers.Permission] { [.manageAnnouncements] }
}
