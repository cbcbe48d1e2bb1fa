/// A strike, as it was noted.
package struct StrikeRecord: Sendable, Encodable {
    package var id: String
    package var time: UTCTime
    /// `suspend`, `delete_statuses`.
    package var action: String
    /// The moderator; nil when that account is gone.
    package var by: String?
    package var text: String
    package var report: String?
    package var statuses: [String]
    package var overruled: UTCTime?
    /// `open`, `approved` or `rejected`; nil without an appeal.
    package var appeal: String?

    package init(
        id: String, time: UTCTime, action: String, by: String?, text: String, report: String?, statuses: [String],
        overruled: UTCTime?, appeal: String?
    ) {
        self.id = id
        self.time = time
        self.action = action
        self.by = by
        self.text = text
        self.report = report
        self.statuses = statuses
        self.overruled = overruled
        self.appeal = appeal
    }
}

/// The strikes against an account, the newest first.
package struct AccountStrikes: Sendable, Encodable {
    package var schema = "accounts.strikes/1"
    package var account: String
    package var strikes: [StrikeRecord]

    package init(account: String, strikes: [StrikeRecord]) {
        self.account = account
        self.strikes = strikes
    }
}
