/// Where a local user is signed in: browsers, apps, addresses. No secret is among it.
package struct AccountSessions: Sendable, Encodable {
    package struct Session: Sendable, Encodable {
        package var id: String
        package var created: UTCTime
        package var used: UTCTime
        package var ip: String?
        package var agent: String
        /// Whether the browser gets notifications pushed.
        package var hasPush: Bool

        package init(
            id: String, created: UTCTime, used: UTCTime, ip: String?, agent: String, hasPush: Bool
        ) {
            self.id = id
            self.created = created
            self.used = used
            self.ip = ip
            self.agent = agent
            self.hasPush = hasPush
        }
    }

    package struct Token: Sendable, Encodable {
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
            id: String, app: String?, scopes: String, created: UTCTime, used: UTCTime?, ip: String?, revoked: UTCTime?,
            hasPush: Bool
        ) {
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
        package var ip: String
        package var used: UTCTime

        package init(
            ip: String, used: UTCTime
        ) {
            self.ip = ip
            self.used = used
        }
    }

    package var schema = "accounts.sessions/1"
    package var account: String
    package var sessions: [Session]
    package var tokens: [Token]
    /// The last ones, each once.
    package var addresses: [Address]

    package init(account: String, sessions: [Session], tokens: [Token], addresses: [Address]) {
        self.account = account
        self.sessions = sessions
        self.tokens = tokens
        self.addresses = addresses
    }
}
