/// A strike, as it was noted.
package struct StrikeRecord: Sendable, Encodable {
    package var id: String
    /// The handle of whom it is against.
    package var account: String
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
        id: String, account: String, time: UTCTime, action: String, by: String?, text: String, report: String?,
        statuses: [String],
        overruled: UTCTime?, appeal: String?
    ) {
        self.id = id
        self.account = account
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

/// The strikes against some accounts, the newest first.
package struct AccountStrikes: Sendable, Encodable {
    package var schema = "accounts.strikes/1"
    /// The one account that was asked about; nil for several.
    package var account: String?
    package var strikes: [StrikeRecord]

    package init(accounts: [String], strikes: [StrikeRecord]) {
        account = accounts.count == 1 ? accounts[0] : nil
        self.strikes = strikes
    }
}
