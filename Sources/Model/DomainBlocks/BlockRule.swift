/// How hard a domain is blocked, from the mildest.
package enum BlockSeverity: String, CaseIterable, Comparable, Codable, Sendable {
    /// Nothing by itself; media or reports may be rejected all the same.
    case noop
    case silence
    case suspend

    /// What the database holds. Source: Mastodon 4.6.5 `app/models/domain_block.rb` (`enum :severity`).
    package var code: Int {
        switch self {
        case .silence: 0
        case .suspend: 1
        case .noop: 2
        }
    }

    package init?(code: Int) {
        guard let known = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = known
    }

    /// The words of block lists; `limit` and `none` are other programs' names.
    package init?(word: some StringProtocol) {
        switch word.lowercased() {
        case "suspend": self = .suspend
        case "silence", "limit": self = .silence
        case "noop", "none": self = .noop
        default: return nil
        }
    }

    private var strictness: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: Self, right: Self) -> Bool { left.strictness < right.strictness }
}

/// What is done about a domain.
package struct BlockRule: Sendable, Equatable, Codable {
    package var severity: BlockSeverity
    package var rejectMedia: Bool
    package var rejectReports: Bool
    /// Whether the public list shows the name with stars.
    package var obfuscate: Bool
    package var publicComment: String?
    /// For the moderators.
    package var privateComment: String?

    package init(
        severity: BlockSeverity = .silence, rejectMedia: Bool = false, rejectReports: Bool = false,
        obfuscate: Bool = false, publicComment: String? = nil, privateComment: String? = nil
    ) {
        self.severity = severity
        self.rejectMedia = rejectMedia
        self.rejectReports = rejectReports
        self.obfuscate = obfuscate
        self.publicComment = publicComment
        self.privateComment = privateComment
    }

    /// Whether the server lets this rule stand beside one that applies to the same domain already, of a parent.
    ///
    /// Source: Mastodon 4.6.5 `app/models/domain_block.rb` (`stricter_than?`).
    package func isStricter(than other: BlockRule) -> Bool {
        if severity == .suspend { return true }
        if severity < other.severity { return false }
        return (rejectMedia || !other.rejectMedia) && (rejectReports || !other.rejectReports)
    }

    /// Whether both do the same to the domain, whatever is written beside them. A suspended domain sends nothing anyhow.
    package func hasSameEffect(as other: BlockRule) -> Bool {
        guard severity == other.severity else { return false }
        return severity == .suspend || (rejectMedia == other.rejectMedia && rejectReports == other.rejectReports)
    }

    /// True for one that changes nothing: no severity and nothing rejected.
    package var isIdle: Bool { severity == .noop && !rejectMedia && !rejectReports }

    /// The same with at most this severity.
    package func capped(at most: BlockSeverity) -> BlockRule {
        var rule = self
        rule.severity = min(severity, most)
        return rule
    }

    /// `suspend`, `silence, reject media`: for people.
    package var words: String {
        var parts = [severity.rawValue]
        if severity != .suspend, rejectMedia { parts.append("reject media") }
        if severity != .suspend, rejectReports { parts.append("reject reports") }
        return parts.joined(separator: ", ")
    }
}

/// A domain and what is done about it.
package struct BlockEntry: Sendable, Equatable {
    package var domain: String
    package var rule: BlockRule

    package init(_ domain: String, _ rule: BlockRule) {
        self.domain = domain
        self.rule = rule
    }
}

/// What to change in an existing block; nil leaves a part as it is.
package struct BlockAmendment: Sendable, Equatable {
    package var severity: BlockSeverity?
    package var rejectMedia: Bool?
    package var rejectReports: Bool?
    package var obfuscate: Bool?
    package var publicComment: String?
    package var privateComment: String?

    package init(
        severity: BlockSeverity? = nil, rejectMedia: Bool? = nil, rejectReports: Bool? = nil, obfuscate: Bool? = nil,
        publicComment: String? = nil, privateComment: String? = nil
    ) {
        self.severity = severity
        self.rejectMedia = rejectMedia
        self.rejectReports = rejectReports
        self.obfuscate = obfuscate
        self.publicComment = publicComment
        self.privateComment = privateComment
    }

    /// An amendment that turns any rule into this one.
    package init(_ rule: BlockRule) {
        self.init(
            severity: rule.severity, rejectMedia: rule.rejectMedia, rejectReports: rule.rejectReports,
            obfuscate: rule.obfuscate, publicComment: rule.publicComment, privateComment: rule.privateComment)
    }

    package var isEmpty: Bool { self == BlockAmendment() }

    /// Whether it only touches words and how the public list shows the name, for which the server has nothing to do.
    package var isOnlyWords: Bool { severity == nil && rejectMedia == nil && rejectReports == nil }

    package func applied(to rule: BlockRule) -> BlockRule {
        BlockRule(
            severity: severity ?? rule.severity, rejectMedia: rejectMedia ?? rule.rejectMedia,
            rejectReports: rejectReports ?? rule.rejectReports, obfuscate: obfuscate ?? rule.obfuscate,
            publicComment: publicComment ?? rule.publicComment, privateComment: privateComment ?? rule.privateComment)
    }
}

/// One change of the server's blocks.
package enum BlockChange: Sendable, Equatable {
    case add(BlockEntry)
    case amend(String, BlockAmendment)
    case remove(String)

    package var domain: String {
        switch self {
        case .add(let entry): entry.domain
        case .amend(let domain, _), .remove(let domain): domain
        }
    }
}
