/// How much of an account goes, and who is told.
///
/// Source: Mastodon 4.6.5 `app/services/delete_account_service.rb`; the same options since 4.2.
package struct DeletionOptions: Sendable, Equatable {
    /// Whether the row of the account stays, suspended and blank, so that nobody can take its name.
    package var keepsAccount: Bool
    /// Whether the row of its user stays, disabled, so that nobody can take the e-mail address. Local accounts only.
    package var keepsUser: Bool
    /// Whether nothing is told to other servers or to those who are online, and feeds are left as they are.
    package var isSilent: Bool
    /// Whether nothing is told to other servers.
    package var skipsFederation: Bool
    /// When the account that stays counts as suspended since; nil for now.
    package var suspendedAt: UTCTime?
    /// The event (`relationship_severance_events`) that remembers the follows that end; nil for none.
    package var severanceEvent: Int64?

    package init(
        keepsAccount: Bool = true, keepsUser: Bool = true, isSilent: Bool = false, skipsFederation: Bool = false,
        suspendedAt: UTCTime? = nil, severanceEvent: Int64? = nil
    ) {
        self.keepsAccount = keepsAccount
        self.keepsUser = keepsUser
        self.isSilent = isSilent
        self.skipsFederation = skipsFederation
        self.suspendedAt = suspendedAt
        self.severanceEvent = severanceEvent
    }

    /// As a purge of a domain takes accounts away: without a trace and without a word.
    package static let purge = DeletionOptions(keepsAccount: false, isSilent: true)

    /// What holds for somebody who never got in: confirmed no address, or was never approved.
    package var forNewcomer: DeletionOptions {
        var options = self
        options.keepsAccount = false
        options.keepsUser = false
        options.isSilent = true
        return options
    }

    package var tellsServers: Bool { !isSilent && !skipsFederation }
}
