/// How a list of blocked domains is written.
package enum BlockListDialect: String, CaseIterable, Sendable, Encodable {
    /// The server's own export: `#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate`.
    case mastodon
    /// A list of objects, as the API gives it.
    case json
    /// Oliphant's lists and FediBlockHole's: names without `#` in the header.
    case oliphant
    /// A domain a line.
    case plain
}

/// A line of a list that is no block.
package struct BlockListTrouble: Sendable, Equatable, Encodable {
    package enum Kind: String, Sendable, Encodable {
        /// The list hides the name behind stars.
        case obfuscated
        case badDomain = "bad_domain"
        case badValue = "bad_value"
        case badText = "bad_text"
    }

    /// From 1; in JSON the number of the entry.
    package var line: Int
    package var kind: Kind
    package var reason: String

    package init(line: Int, kind: Kind, reason: String) {
        self.line = line
        self.kind = kind
        self.reason = reason
    }
}

/// What a list says, piece by piece.
package enum BlockListItem: Sendable, Equatable {
    case entry(BlockEntry, line: Int)
    /// A source takes back what it said of a domain.
    case retraction(String, line: Int)
    case trouble(BlockListTrouble)
}

/// Why nothing of a file can be used.
package struct BlockListUnreadable: Error, Sendable, Equatable {
    package var line: Int
    package var reason: String

    package init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }
}

/// The cells of one entry, whatever the dialect, on their way to become a rule.
struct BlockListCells {
    var domain = ""
    var severity: String?
    var rejectMedia: String?
    var rejectReports: String?
    var obfuscate: String?
    var publicComment: String?
    var privateComment: String?

    /// - Parameter standard: the severity where none is given.
    func item(line: Int, standard: BlockSeverity) -> BlockListItem {
        func trouble(_ kind: BlockListTrouble.Kind, _ reason: String) -> BlockListItem {
            .trouble(BlockListTrouble(line: line, kind: kind, reason: reason))
        }
        if domain.contains("*") { return trouble(.obfuscated, "the name is hidden: \(Self.short(domain))") }
        let name = DomainName.normalized(domain)
        guard DomainName.isValid(name) else { return trouble(.badDomain, "no domain: \(Self.short(domain))") }
        var rule = BlockRule(
            severity: standard, publicComment: Self.filled(publicComment), privateComment: Self.filled(privateComment))
        if let word = Self.filled(severity) {
            guard let severity = BlockSeverity(word: word) else {
                return trouble(.badValue, "no severity: \(Self.short(word))")
            }
            rule.severity = severity
        }
        guard let media = Self.boolean(rejectMedia), let reports = Self.boolean(rejectReports),
            let obfuscate = Self.boolean(obfuscate)
        else { return trouble(.badValue, "a cell that should be true or false is neither") }
        (rule.rejectMedia, rule.rejectReports, rule.obfuscate) = (media, reports, obfuscate)
        return .entry(BlockEntry(name, rule), line: line)
    }

    private static func filled(_ text: String?) -> String? {
        guard let text else { return nil }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    private static func boolean(_ text: String?) -> Bool? {
        switch text.map({ $0.trimmed.lowercased() }) ?? "" {
        case "", "false", "f", "0", "no", "n", "off": false
        case "true", "t", "1", "yes", "y", "on": true
        default: nil
        }
    }

    /// For a message: no more than a line of it.
    static func short(_ text: String) -> String {
        // By scalars: a single character may be made of thousands of them.
        let start = String(text.unicodeScalars.prefix(60))
        return start.utf8.count == text.utf8.count ? start : start + "…"
    }
}

extension StringProtocol {
    /// Without blanks and line ends around it.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
