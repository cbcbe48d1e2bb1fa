/// Where local users are signed in: browsers, apps, addresses. No secret is among it.
package struct AccountSessions: Sendable, Encodable {
    package struct Session: Sendable, Encodable {
        package var account: String
        package var id: String
        package var created: UTCTime
        package var used: UTCTime
        package var ip: String?
        package var agent: String
        /// Whether the browser gets notifications pushed.
        package var hasPush: Bool

        package init(
            account: String, id: String, created: UTCTime, used: UTCTime, ip: String?, agent: String, hasPush: Bool
        ) {
            self.account = account
            self.id = id
            self.created = created
            self.used = used
            self.ip = ip
            self.agent = agent
            self.hasPush = hasPush
        }
    }

    package struct Token: Sendable, Encodable {
        package var account: String
        package var id: String
        /// Nil for the web site itself, or an app that is gone.
        package var app: String?
        package var scopes: String
        package var created: UTCTime
        package var used: UTCTime?
        package var ip: String?
        package var revoked: UTCTime?
        package var hasPush: Bool

        package init(
            account: String, id: String, app: String?, scopes: String, created: UTCTime, used: UTCTime?, ip: String?,
            revoked: UTCTime?,
            hasPush: Bool
        ) {
            self.account = account
            self.id = id
            self.app = app
            self.scopes = scopes
            self.created = created
            self.used = used
            self.ip = ip
            self.revoked = revoked
            self.hasPush = hasPush
        }
    }

    package struct Address: Sendable, Encodable {
        package var account: String
        package var ip: String
        package var used: UTCTime

        package init(
            account: String, ip: String, used: UTCTime
        ) {
            self.account = account
            self.ip = ip
            self.used = used
        }
    }

    package var schema = "accounts.sessions/1"
    /// The one account that was asked about; nil for several.
    package var account: String?
    package var sessions: [Session]
    package var tokens: [Token]
    /// Each account's last ones, each once.
    package var addresses: [Address]

    package init(accounts: [String], sessions: [Session], tokens: [Token], addresses: [Address]) {
        account = accounts.count == 1 ? accounts[0] : nil
        self.sessions = sessions
        self.tokens = tokens
        self.addresses = addresses
    }
}
