import Testing

/// A command line, and the values it becomes or the words it is refused with.
///
/// The first row of a leaf has the fewest words there can be, and says every value that is not nil, false or empty; the
/// rows after it say what differs from that. Options that every command takes are tested once for all and left out.
struct ParseRow: Sendable {
    enum Outcome: Sendable {
        case takes([String: String])
        case refuses(String)
    }

    /// As a shell reads them: single quotes keep blanks.
    var words: String
    var outcome: Outcome

    static func takes(_ words: String, _ values: [String: String] = [:]) -> ParseRow {
        ParseRow(words: words, outcome: .takes(values))
    }

    /// - Parameter message: a part of what is said.
    static func refuses(_ words: String, _ message: String) -> ParseRow {
        ParseRow(words: words, outcome: .refuses(message))
    }

    var isTaken: Bool { if case .takes = outcome { true } else { false } }

    /// The words, one by one.
    var arguments: [String] {
        var all: [String] = []
        var word: String?
        var isQuoted = false
        for letter in words {
            switch letter {
            case "'":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let word { all.append(word) }
                word = nil
            default: word = (word ?? "") + String(letter)
            }
        }
        return all + (word.map { [$0] } ?? [])
    }
}

/// The rows of one noun, or of the commands without one.
struct ParseTable: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rows: [ParseRow]

    init(_ noun: String, _ rows: [ParseRow]...) {
        testDescription = noun
        self.rows = rows.flatMap { $0 }
    }

    static let all: [ParseTable] = [
        accounts, announcements, audit, backup, cache, canonicalEmailBlocks, config, doctor, support, domainAllows,
        domainBlocks, domains, emailDomainBlocks, emailSubscriptions, emoji, fasp, feeds, fleet, invites,
        ipBlocks, mail, maintenance, media, nounless, previewCards, prune, queues, relays, reports, roles, rules,
        sandbox,
        search,
        selfDestruct, settings, stats, statuses, tags, terms, top, trends, upgrade, usernameBlocks, webhooks,
    ]
}
