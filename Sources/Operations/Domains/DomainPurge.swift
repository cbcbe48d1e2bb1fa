import Faults
import Model
import Stores

/// Removes what came from some servers without a trace: accounts with all they have, emoji, on wish the blocks.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/domains.rb` (`purge`), `app/services/purge_domain_service.rb`.
package struct DomainPurge: Operation {
    package var name: String { "domains purge" }
    package var runsUnattended: Bool { true }
    package var risk: Risk { .severe(name: selection.words) }
    package var deed: String { lane == .jobs && !waits ? "queued" : "removed" }
    package let lane: Lane
    package var touchesFiles: Bool { lane == .direct }
    package var tables: Set<String> {
        ["accounts", "statuses", "media_attachments", "follows", "favourites", "notifications", "custom_emojis"]
    }

    let selection: PurgeSelection
    /// Whether jobs are followed to their end. Lane `jobs` only.
    let waits: Bool

    package init(_ selection: PurgeSelection, lane: Lane = .direct, waits: Bool = true) {
        self.selection = selection
        self.lane = lane
        self.waits = waits
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        let extent = try await site.database.read { connection in
            try await PurgeScope.find(selection, over: connection).extent(over: connection)
        }
        var survey = Survey(count: extent.accounts + extent.emoji + extent.blocks, noun: "accounts and emoji")
        if lane == .jobs { survey = try await jobSurvey(extent, at: site) }
        if extent.blocks > 0, lane == .direct { survey.noun = "accounts, emoji and blocks" }
        if extent.follows + extent.followers > 0 {
            survey.warnings.append(
                "\(extent.follows) follows by people here end, and \(extent.followers) follows of people here; other "
                    + "servers are not told")
        }
        if lane == .direct, !selection.parents.isEmpty, !selection.takesEmojiBelow, !selection.isByURI {
            survey.warnings.append(
                "emoji of subdomains stay, as with the server's own tool; --subdomain-emoji takes them too")
        }
        return survey
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<Part> {
        if lane == .jobs { return try await jobSteps(at: site) }
        let selection = selection
        return Steps {
            var walk: Walk?
            return {
                var now: Walk
                if let walk {
                    now = walk
                } else {
                    now = Walk(try await site.database.read { try await PurgeScope.find(selection, over: $0) })
                }
                let part = try await now.next(at: site)
                walk = now
                return part
            }
        }
    }

    package func perform(_ step: Part, at site: Site<ReadWrite>) async throws -> Outcome {
        let scope = PurgeScope(selection: selection, domains: [])
        switch step {
        case .jobs(let domains): return try await queue(domains, at: site)
        case .accounts(let accounts):
            let deleted = try await AccountDeletion(.purge).delete(accounts.map(\.id), at: site)
            var outcome = deleted.outcome
            outcome.skipped = deleted.isCutShort ? 0 : accounts.count - deleted.accounts
            outcome.details["accounts"] = Int64(deleted.accounts)
            return outcome
        case .emoji(let emoji):
            let (count, gone) = try await site.changeWithFiles {
                try await scope.delete(emoji, schema: site.instance.schema, over: $0)
            }
            var outcome = Outcome(changed: count, skipped: emoji.count - count, objects: gone.objects)
            outcome.failures = gone.failures.map { ItemFailure(item: $0.item, reason: $0.reason) }
            outcome.details["emoji"] = Int64(count)
            return outcome
        case .blocks:
            let domains = try await site.change { (try await scope.deleteBlocks(over: $0), Aftermath()) }
            var outcome = Outcome(changed: domains.count)
            outcome.details["domain blocks"] = Int64(domains.count)
            return outcome
        }
    }

    package func finish(_ report: inout Report, at site: Site<ReadWrite>) async throws {
        // The server's own jobs do this themselves.
        if lane == .jobs { return }
        try await site.change { connection in
            try await PurgeScope.refreshInstances(over: connection)
            return ((), Aftermath())
        }
    }

    /// A part of a purge.
    package enum Part: OperationStep {
        case accounts([AccountReference])
        case emoji([DoomedEmoji])
        /// All of them; the domains.
        case blocks([String])
        /// Domains that the server's own workers purge.
        case jobs([String])

        /// Posts answer and boost each other across accounts: two batches at a time would wait for each other's rows.
        package var isAlone: Bool { true }

        package var count: Int {
            switch self {
            case .jobs(let domains): domains.count
            case .accounts(let accounts): accounts.count
            case .emoji(let emoji): emoji.count
            case .blocks(let domains): domains.count
            }
        }

        package var labels: [String] {
            switch self {
            case .jobs(let domains): domains
            case .accounts(let accounts): accounts.map(\.handle)
            case .emoji(let emoji): emoji.map { ":\($0.shortcode):@\($0.domain ?? "")" }
            case .blocks(let domains): domains.map { "block of \($0)" }
            }
        }

        package func prefix(_ count: Int) -> Self {
            switch self {
            case .jobs(let domains): .jobs(Array(domains.prefix(count)))
            case .accounts(let accounts): .accounts(Array(accounts.prefix(count)))
            case .emoji(let emoji): .emoji(Array(emoji.prefix(count)))
            case .blocks(let domains): .blocks(Array(domains.prefix(count)))
            }
        }

        package func dropFirst(_ count: Int) -> Self {
            switch self {
            case .jobs(let domains): .jobs(Array(domains.dropFirst(count)))
            case .accounts(let accounts): .accounts(Array(accounts.dropFirst(count)))
            case .emoji(let emoji): .emoji(Array(emoji.dropFirst(count)))
            case .blocks(let domains): .blocks(Array(domains.dropFirst(count)))
            }
        }
    }
}

/// Where the plan of a purge has come to: accounts first, then blocks, then emoji.
private struct Walk {
    private enum Stage { case accounts, blocks, emoji, over }

    private let scope: PurgeScope
    private var stage = Stage.accounts
    private var cursor: PurgeScope.Cursor
    private var lastEmoji: Int64 = 0

    init(_ scope: PurgeScope) {
        self.scope = scope
        cursor = scope.start
    }

    mutating func next(at site: Site<ReadOnly>) async throws -> DomainPurge.Part? {
        if stage == .accounts {
            let (page, next) = try await accounts(at: site)
            cursor = next
            if !page.isEmpty { return .accounts(page) }
            stage = .blocks
        }
        if stage == .blocks {
            stage = .emoji
            let scope = scope
            if scope.selection.takesBlocks {
                let blocked = try await site.database.read { try await scope.blocked(over: $0) }
                if !blocked.isEmpty { return .blocks(blocked) }
            }
        }
        if stage == .emoji {
            let (scope, after) = (scope, lastEmoji)
            let page = try await site.database.read { try await scope.emoji(after: after, over: $0) }
            if let last = page.last {
                lastEmoji = last.id
                return .emoji(page)
            }
            stage = .over
        }
        return nil
    }

    private func accounts(at site: Site<ReadOnly>) async throws -> ([AccountReference], PurgeScope.Cursor) {
        let (scope, start) = (scope, cursor)
        return try await site.database.read { connection in
            var next = start
            let page = try await scope.accounts(after: &next, over: connection)
            return (page, next)
        }
    }
}
