/// Everything about one report.
package struct ReportDossier: Sendable, Encodable {
    package struct Post: Sendable, Encodable {
        package var id: String
        /// Empty for one that is gone.
        package var url: String
        package var text: String
        package var isDeleted: Bool
        package var attachments: Int

        package init(id: String, url: String, text: String, isDeleted: Bool, attachments: Int) {
            self.id = id
            self.url = url
            self.text = text
            self.isDeleted = isDeleted
            self.attachments = attachments
        }
    }

    package struct Note: Sendable, Encodable {
        package var time: UTCTime
        package var by: String
        package var text: String

        package init(time: UTCTime, by: String, text: String) {
            self.time = time
            self.by = by
            self.text = text
        }
    }

    package var schema = "reports.show/1"
    package var report: ReportSummary
    package var rules: [String]
    package var posts: [Post]
    package var notes: [Note]
    package var strikes: [StrikeRecord]
    /// What moderators did about the report, the account and its posts.
    package var history: [AuditEntry]
    /// Other reports about the same account that are open.
    package var openSiblings: [String]

    package init(
        _ report: ReportSummary, rules: [String], posts: [Post], notes: [Note], strikes: [StrikeRecord],
        history: [AuditEntry], openSiblings: [String]
    ) {
        self.report = report
        self.rules = rules
        self.posts = posts
        self.notes = notes
        self.strikes = strikes
        self.history = history
        self.openSiblings = openSiblings
    }
}
