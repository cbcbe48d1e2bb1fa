/// Lets links, posts or hashtags trend, or keeps them from it.
package struct TrendDeed: RecordIntent {
    package let kind: TrendKind
    package let isAllowed: Bool
    /// Ids; of hashtags their names do as well.
    package let words: [String]

    package init(_ kind: TrendKind, _ isAllowed: Bool, _ words: [String]) {
        self.kind = kind
        self.isAllowed = isAllowed
        self.words = words
    }

    package var name: String { "trends \(kind.rawValue) \(isAllowed ? "approve" : "reject")" }

    package var noun: String {
        switch kind {
        case .links: "links"
        case .statuses: "posts"
        case .tags: "hashtags"
        }
    }

    package var done: String { isAllowed ? "approved" : "rejected" }
    package var permissions: [ModeratorPowers.Permission] { [.manageTaxonomies] }
}
