import Model
import Stores

/// What a figure of a report counts: a closed list of codes, which are its names in JSON. Words for people are
/// Presentation's.
package enum Figure: Sendable, Hashable {
    // Accounts and what goes with them.
    case accounts, posts, postsNotForEverybody, conversations, attachments, emoji, postsDeleted, rowsMoved,
        rowsWritten, sessionsEnded, tokensRevoked
    /// Accounts left alone since they are so already.
    case leftAlone(AccountAction)
    /// Accounts left alone since something stands against it.
    case leftAloneFor(AccountRefusal)

    // Feeds.
    case feeds, feedsFilledAlready

    // What other servers said of accounts.
    case there, notThere, notAskedOrNoAnswer, serversNotReached

    // Jobs of the server's.
    case notQueued, notToBeHad, toBeTriedAgain, leftToTheServer
    case jobsThatFailedForGood, jobsToBeTriedAgain, jobsLeftToTheServer

    // Maintenance.
    case rowsMerged, indexes

    // Emoji.
    case replaced

    // Sign-up lists.
    case overwritten, alreadyBlocked, notBlocked, mailServers

    // Domain blocks.
    case domainBlocks, alreadySo, coveredByAParent, withoutEffect, takenBackByTheList, blockedOtherwiseAndLeft
    case halfAppliedBlocks, silencedWithoutABlock, suspendedWithoutABlock

    // Lists that people keep.
    case unreadableLines, hiddenNames

    // Stored files.
    case filesCopied, badlyServed(ServingFlaw)
    case tooYoung, itsOwnKeyIsTaken, notPutThereByRemoveOrphans
    case unrecognised(StoredPath.Unrecognised)
    case missing(AttachmentKind, isLocal: Bool)
    case unsafeName(AttachmentKind)
    case withoutSmallerRendition(AttachmentKind)

    // Backups.
    case databaseBytes, mediaBytes, mediaBytesBefore, bytesAdded, rows, filesVanished, backupsKept, valuesReplaced,
        mirroredFilesRemoved

    // Search.
    case expectedDocuments, expectedBytes, expectedSeconds, documents, documentsRemoved, documentsCaughtUp
    case noted(SearchIndex)
    case deviating(SearchIndex, Deviation)

    /// How a document is not as its row says.
    package enum Deviation: String, Sendable {
        case missing, different, extra
    }

    /// Its name in JSON, in snake_case.
    package var code: String {
        switch self {
        case .leftAlone(let action): "left_alone_\(action.state)_already"
        case .leftAloneFor(let refusal): "left_alone_\(refusal.code)"
        case .unrecognised(let reason): reason.figure
        case .badlyServed(let flaw): "wrong_\(flaw.rawValue)"
        case .missing(let kind, let isLocal): "missing_\(kind.code)_\(isLocal ? "local" : "cached")"
        case .unsafeName(let kind): "\(kind.code)_its_name_is_not_safe"
        case .withoutSmallerRendition(let kind): "\(kind.code)_without_a_smaller_rendition"
        case .noted(let index): index.name
        case .deviating(let index, let deviation): "\(index.name)_\(deviation.rawValue)"
        default: Self.snakeCase("\(self)")
        }
    }

    /// `notToBeHad` becomes `not_to_be_had`.
    private static func snakeCase(_ name: String) -> String {
        name.map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined()
    }
}

/// What was made, by name: a closed list of codes, which are its names in JSON.
package enum Fact: String, Sendable, Hashable, Encodable, CodingKeyRepresentable {
    case accountID = "account_id"
    case restoreSeconds = "restore_seconds"
    case ageSeconds = "age_seconds"
    case approved, backupID = "backup_id", confirmed, disabled, email
    case emailToConfirm = "email_to_confirm"
    case id
    case password, passwordFile = "password_file"
    case secret
}

extension Figure: Encodable, CodingKeyRepresentable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package var codingKey: any CodingKey { Key(stringValue: code)! }

    /// Reports are only written.
    package init?(codingKey: some CodingKey) { nil }
}

extension AttachmentKind {
    fileprivate var code: String { word.replacing("-", with: "_") }
}

extension AccountAction {
    /// The state it brings about, as a code.
    fileprivate var state: String {
        switch self {
        case .suspend: "suspended"
        case .unsuspend: "not_suspended"
        case .silence: "silenced"
        case .unsilence: "not_silenced"
        case .sensitize: "marked_as_sensitive"
        case .desensitize: "not_marked_as_sensitive"
        case .disable: "disabled"
        case .enable: "not_disabled"
        case .reject: "rejected"
        case .warn: "warned"
        case .role: "of_the_role"
        case .memorialize: "a_memorial"
        case .revokeSessions: "signed_out"
        }
    }
}

extension AccountRefusal {
    fileprivate var code: String {
        switch self {
        case .lacks: "lacks_the_permission"
        case .moderatorHimself: "is_the_moderator"
        case .rank: "role_stands_as_high"
        case .serverItself: "is_the_server"
        case .remote: "is_remote"
        case .withoutUser: "has_no_user"
        case .notSuspended: "is_not_suspended"
        case .suspendedByItsServer: "was_suspended_by_its_own_server"
        case .approvedAlready: "is_approved_already"
        case .openReports: "has_open_reports"
        }
    }
}
