/// What a hashtag may be, as a moderator decides.
package struct TagDeed: RecordIntent {
    package enum Property: String, Sendable {
        /// In new posts.
        case usable
        /// Among what trends.
        case trendable
        /// In searches and suggestions.
        case listable
    }

    package let property: Property
    package let isAllowed: Bool
    package let names: [String]

    package init(_ property: Property, _ isAllowed: Bool, _ names: [String]) {
        self.property = property
        self.isAllowed = isAllowed
        self.names = names
    }

    package var name: String { "tags \(property.rawValue)" }
    package var noun: String { "hashtags" }
    package var done: String { isAllowed ? "made \(property.rawValue)" : "made not \(property.rawValue)" }
    package var permissions: [ModeratorPowers.Permission] { [.manageTaxonomies] }
}
