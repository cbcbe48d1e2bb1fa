extension AdminAPI {
    /// A hashtag. Source: Mastodon 4.6.5 `app/serializers/rest/admin/tag_serializer.rb`.
    package struct Tag: Listed {
        package var id: Int64
        package var name: String
        package var url: String?
        package var history: [Day]
        /// Nil where nobody decided.
        package var isTrendable: Bool?
        package var isUsable: Bool?
        /// Nil before 4.3.
        package var isListable: Bool?
        package var requiresReview: Bool

        package init(_ reading: Reading) throws {
            id = try reading.id()
            name = try reading.text("name")
            url = reading.optionalText("url")
            history = try reading.list("history")
            isTrendable = reading.optionalFlag("trendable")
            isUsable = reading.optionalFlag("usable")
            isListable = reading.optionalFlag("listable")
            requiresReview = reading.optionalFlag("requires_review") ?? false
        }
    }

    /// What of a hashtag can be changed; nil leaves it.
    package struct TagChange: Sendable, Equatable {
        /// The same letters in another case.
        package var displayName: String?
        package var isListable: Bool?
        package var isTrendable: Bool?
        package var isUsable: Bool?

        package init(
            displayName: String? = nil, isListable: Bool? = nil, isTrendable: Bool? = nil, isUsable: Bool? = nil
        ) {
            self.displayName = displayName
            self.isListable = isListable
            self.isTrendable = isTrendable
            self.isUsable = isUsable
        }

        package var parameters: Parameters {
            var parameters = Parameters()
            parameters.add("display_name", displayName)
            parameters.add("listable", isListable)
            parameters.add("trendable", isTrendable)
            parameters.add("usable", isUsable)
            return parameters
        }
    }

    /// A link that trends.
    package struct Link: Listed {
        package var id: Int64
        package var url: String
        package var title: String
        package var requiresReview: Bool

        package init(_ reading: Reading) throws {
            id = try reading.id()
            url = try reading.text("url")
            title = reading.optionalText("title") ?? ""
            requiresReview = reading.optionalFlag("requires_review") ?? false
        }
    }

    /// A site whose links may trend.
    package struct Publisher: Listed {
        package var id: Int64
        package var domain: String
        /// Nil where nobody decided.
        package var isTrendable: Bool?
        package var reviewedAt: UTCTime?
        package var requestedReviewAt: UTCTime?
        package var requiresReview: Bool

        package init(_ reading: Reading) throws {
            id = try reading.id()
            domain = try reading.text("domain")
            isTrendable = reading.optionalFlag("trendable")
            reviewedAt = reading.optionalTime("reviewed_at")
            requestedReviewAt = reading.optionalTime("requested_review_at")
            requiresReview = reading.optionalFlag("requires_review") ?? false
        }
    }
}
