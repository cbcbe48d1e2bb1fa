import Model

/// One command as an admin might run it, and what it may change; for tests that go round all commands.
///
/// Words in braces stand for what the instance holds at that moment: see `Stage.words(of:)`.
package struct Errand: Sendable {
    /// The command's own words: `ip-blocks add`.
    package var command: String
    package var arguments: [String]
    /// The tables that change, all of them; none for a question.
    package var tables: Set<String>
    /// Tables that may change too, when there happens to be something in them.
    package var mayChange: Set<String> = []
    /// The first release whose servers know of what it is about.
    package var since = MastodonRelease.v4_2
    /// Where it is not the command's words.
    package var lock: String?
    /// Whether two runs of it may be at work at once.
    package var hasNoLock = false
    /// Arguments that name what is not there or cannot be, and the status each ends with.
    package var wrong: [(arguments: [String], status: Int32)] = []
    /// Whether it changes keys of the server's Redis and no table.
    package private(set) var changesKeys = false
    /// The status of a rehearsal that finds something to do: 1 for a check.
    package private(set) var rehearsed: Int32 = 0
    /// Other tables than `tables`, on the releases from this one on.
    private var later: (since: MastodonRelease, tables: Set<String>)?
    /// Brings about what it is about.
    package private(set) var prepare: (@Sendable (Stage) async throws -> Void)?
    /// A question about files alone, or one that needs no table.
    package var isQuestion: Bool { tables.isEmpty && !changesKeys }

    package init(
        _ command: String, _ arguments: [String] = [], changes tables: Set<String> = [], mayChange: Set<String> = [],
        since: MastodonRelease = .v4_2, lock: String? = nil, hasNoLock: Bool = false,
        wrong: [(arguments: [String], status: Int32)] = []
    ) {
        self.command = command
        self.arguments = arguments
        self.tables = tables
        self.mayChange = mayChange
        self.since = since
        self.lock = lock
        self.hasNoLock = hasNoLock
        self.wrong = wrong
    }

    /// The same, for what changes keys of the server's Redis alone.
    package var changingKeys: Errand {
        var errand = self
        errand.changesKeys = true
        return errand
    }

    /// The same, for what changes other tables from a release on.
    package func changing(_ tables: Set<String>, since release: MastodonRelease) -> Errand {
        var errand = self
        errand.later = (release, tables)
        return errand
    }

    /// The tables that change on a release.
    package func tables(on release: MastodonRelease) -> Set<String> {
        later.flatMap { $0.since <= release ? $0.tables : nil } ?? tables
    }

    /// The same, once the instance was made ready for it.
    package func after(_ prepare: @escaping @Sendable (Stage) async throws -> Void) -> Errand {
        var errand = self
        errand.prepare = prepare
        return errand
    }

    /// The same, for a check whose rehearsal ends with this status when it finds something.
    package func rehearsing(with status: Int32) -> Errand {
        var errand = self
        errand.rehearsed = status
        return errand
    }

    /// All words of the command line.
    package var words: [String] { command.split(separator: " ").map(String.init) + arguments }
}

/// The commands of one noun, in an order in which each finds something to do.
package struct Round: Sendable, CustomStringConvertible {
    package var name: String
    package var errands: [Errand]

    package var description: String { name }

    package static let all: [Round] = nouns + pages

    package static let nouns: [Round] = [
        accounts, canonicalEmailBlocks, domainAllows, domainBlocks, domains, emailDomainBlocks, ipBlocks, moderation,
        relations, reports, usernameBlocks, users,
    ]

    /// What the server's pages do, which has scenarios of its own beside these.
    private static let pages: [Round] = [
        announcements, invites, notes, relays, rules, settings, statuses, subscriptions, tags, terms, trends, webhooks,
    ]
}
