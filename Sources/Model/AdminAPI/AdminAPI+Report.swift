extension AdminAPI {
    /// A report. Source: Mastodon 4.6.5 `app/serializers/rest/admin/report_serializer.rb`.
    package struct Report: Listed {
        package var id: Int64
        package var isResolved: Bool
        package var resolvedAt: UTCTime?
        /// `spam`, `legal`, `violation`, `other`.
        package var category: String
        package var comment: String
        package var isForwarded: Bool
        package var createdAt: UTCTime
        package var updatedAt: UTCTime
        /// Who reported.
        package var account: Account
        /// Who was reported.
        package var target: Account
        package var assigned: Account?
        package var resolvedBy: Account?
        package var statuses: [Status]
        package var rules: [Rule]

        package init(_ reading: Reading) throws {
            id = try reading.id()
            isResolved = try reading.flag("action_taken")
            resolvedAt = reading.optionalTime("action_taken_at")
            category = try reading.text("category")
            comment = reading.optionalText("comment") ?? ""
            isForwarded = reading.optionalFlag("forwarded") ?? false
            createdAt = try reading.time("created_at")
            updatedAt = try reading.time("updated_at")
            account = try reading.required("account")
            target = try reading.required("target_account")
            assigned = try reading.object("assigned_account")
            resolvedBy = try reading.object("action_taken_by_account")
            statuses = try reading.list("statuses")
            rules = try reading.list("rules")
        }
    }

    /// A post, as far as moderation looks at it.
    package struct Status: Listed {
        package var id: Int64
        package var url: String?
        package var createdAt: UTCTime
        /// Of trends only.
        package var requiresReview: Bool?

        package init(_ reading: Reading) throws {
            id = try reading.id()
            url = reading.optionalText("url") ?? reading.optionalText("uri")
            createdAt = try reading.time("created_at")
            requiresReview = reading.optionalFlag("requires_review")
        }
    }

    /// A rule of the server.
    package struct Rule: Readable {
        package var id: Int64
        package var text: String

        package init(_ reading: Reading) throws {
            id = try reading.id()
            text = try reading.text("text")
        }
    }

    /// Which reports to list; open ones where nothing is said.
    package struct ReportFilter: Sendable, Equatable {
        /// Nil for open ones. Before 4.6 it is either these or those.
        package var isResolved: Bool?
        package var accountID: Int64?
        package var targetAccountID: Int64?

        package init(isResolved: Bool? = nil, accountID: Int64? = nil, targetAccountID: Int64? = nil) {
            self.isResolved = isResolved
            self.accountID = accountID
            self.targetAccountID = targetAccountID
        }

        package var parameters: Parameters {
            var parameters = Parameters()
            if isResolved == true { parameters.add("resolved", true) }
            parameters.add("account_id", accountID)
            parameters.add("target_account_id", targetAccountID)
            return parameters
        }
    }
}
