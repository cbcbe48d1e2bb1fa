import Faults
import Model
import Stores

/// Removes what came from some servers without a trace: accounts with all they have, emoji, on wish the blocks.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/domains.rb` (`purge`), `app/services/purge_domain_service.rb`.
package struct DomainPurge: Operation {
    let selection: PurgeSelection
    private let lane: Lane
    /// Whether jobs are followed to their end. Lane `jobs` only.
    let waits: Bool

    package init(_ selection: PurgeSelection, lane: Lane = .direct, waits: Bool = true) {
        self.selection = selection
        self.lane = lane
        self.waits = waits
    }

    package var card: Card {
        Card(
            "domains purge", of: noun, lane == .jobs && !waits ? "queued" : "removed",
            risk: .severe(name: selection.words), runsUnattended: true, lane: lane,
            tables: [
                "accounts", "statuses", "media_attachments", "follows", "favourites", "notifications", "custom_emojis",
            ],
            touchesFiles: lane == .direct, meetsUnknownTables: true)
    }

    private var noun: String {
        if lane == .jobs { return "domains" }
        return selection.takesBlocks ? "accounts, emoji and blocks" : "accounts and emoji"
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Part> {
        if lane == .jobs { return try await prepareJobs(at: site) }
        let (scope, extent) = try await site.database.read { connection in
            let scope = try await PurgeScope.find(selection, over: connection)
            return (scope, try await scope.extent(over: connection))
        }
        var survey = Survey(
            count: extent.accounts + extent.emoji + extent.blocks, foreseen: Self.loss(by: extent))
        if !selection.parents.isEmpty, !selection.takesEmojiBelow, !selection.isByURI {
            survey.foreseen.append(.domain(.emojiBelowStay))
        }
        let batches = Batches {
            var walk = Walk(scope)
            return {
                var now = walk
                defer { walk = now }
                return try await now.next(at: site)
            }
        }
        return Prepared(survey, batches, perform: remove).finish { _, site in
            try await site.change { connection in
                try await PurgeScope.refreshInstances(over: connection)
                return ((), Aftermath())
            }
        }
    }

    /// What other people lose by it.
    static func loss(by extent: PurgeScope.Extent) -> [Foreseen] {
        guard extent.follows + extent.followers > 0 else { return [] }
        return [.domain(.followsEnd(by: extent.follows, of: extent.followers))]
    }

    private func remove(_ parts: [Part], at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        let accounts = parts.compactMap { if case .account(let account) = $0 { account } else { nil } }
        let emoji = parts.compactMap { if case .emoji(let emoji) = $0 { emoji } else { nil } }
        if !accounts.isEmpty {
            outcome = try await AccountDeletion(.purge).delete(accounts.map(\.id), at: site)
            outcome.skipped = outcome.isCutShort ? 0 : accounts.count - outcome.changed - outcome.held
            outcome.figures[.accounts] = Int64(outcome.changed)
        } else if !emoji.isEmpty {
            let scope = PurgeScope(selection: selection, domains: [])
            let (count, gone) = try await site.changeWithFiles {
                try await scope.delete(emoji, schema: site.instance.schema, over: $0)
            }
            outcome = Outcome(changed: count, skipped: emoji.count - count)
            outcome.add(gone)
            outcome.figures[.emoji] = Int64(count)
        } else {
            outcome = try await removeBlocks(at: site)
        }
        return outcome
    }

    func removeBlocks(at site: Site<ReadWrite>) async throws -> Outcome {
        let scope = PurgeScope(selection: selection, domains: [])
        let domains = try await site.change { (try await scope.deleteBlocks(over: $0), Aftermath()) }
        var outcome = Outcome(changed: domains.count)
        outcome.figures[.domainBlocks] = Int64(domains.count)
        return outcome
    }

    /// A part of a purge; those of one batch are of one kind.
    package enum Part: WorkItem {
        case account(AccountReference)
        case emoji(DoomedEmoji)
        /// All of them; the domains.
        case blocks([String])
        /// One that the server's own workers purge.
        case domain(String)

        package var weight: Int { if case .blocks(let domains) = self { domains.count } else { 1 } }

        package var label: String? {
            switch self {
            case .account(let account): account.handle
            case .emoji(let emoji): ":\(emoji.shortcode):@\(emoji.domain ?? "")"
            case .domain(let domain): domain
            case .blocks(let domains): domains.map { "block of \($0)" }.joined(separator: ", ")
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

    /// Posts answer and boost each other across accounts: two batches at a time would wait for each other's rows.
    mutating func next(at site: Site<ReadOnly>) async throws -> Batch<DomainPurge.Part>? {
        try await parts(at: site).map { Batch($0, isAlone: true) }
    }

    private mutating func parts(at site: Site<ReadOnly>) async throws -> [DomainPurge.Part]? {
        let scope = scope
        if stage == .accounts {
            let start = cursor
            let (page, next) = try await site.database.read { connection in
                var next = start
                let page = try await scope.accounts(after: &next, over: connection)
                return (page, next)
            }
            cursor = next
            if !page.isEmpty { return page.map(DomainPurge.Part.account) }
            stage = .blocks
        }
        if stage == .blocks {
            stage = .emoji
            if scope.selection.takesBlocks {
                let blocked = try await site.database.read { try await scope.blocked(over: $0) }
                if !blocked.isEmpty { return [.blocks(blocked)] }
            }
        }
        if stage == .emoji {
            let after = lastEmoji
            let page = try await site.database.read { try await scope.emoji(after: after, over: $0) }
            if let last = page.last {
                lastEmoji = last.id
                return page.map(DomainPurge.Part.emoji)
            }
            stage = .over
        }
        return nil
    }
}
