import Model
import Stores

/// Deletes accounts with everything that hangs on them, as the server's own service does, in bounded transactions.
///
/// Each part can be done again: after a run that was killed, the same call finishes the work.
///
///     let deleted = try await AccountDeletion(.purge).delete(ids, at: site)
///
/// Source: Mastodon 4.6.5 `app/services/delete_account_service.rb`; the same order since 4.2.
package struct AccountDeletion: Sendable {
    package let options: DeletionOptions

    package init(_ options: DeletionOptions) {
        self.options = options
    }

    /// Jobs pushed in one round trip, as many as the server pushes.
    private static let pushes = 1_000

    /// - Parameter ids: at most a few thousand accounts, local or remote; those that are gone already are passed over.
    ///   A local user who never got in goes entirely and without a word, whatever the options say.
    /// - Throws: `Fault(.badData)` when a local account has no key to sign its end with.
    package func delete(_ ids: [Int64], at site: Site<ReadWrite>) async throws -> DeletedAccounts {
        let found = try await site.database.write { try await DoomedAccount.find(ids, in: site.instance, over: $0) }
        var deleted = DeletedAccounts()
        let groups = [
            (found.filter { !$0.isNewcomer }, options), (found.filter(\.isNewcomer), options.forNewcomer),
        ]
        for (accounts, options) in groups where !accounts.isEmpty && !deleted.isCutShort {
            let doomed = try await site.database.write {
                try await DoomedAccounts.gather(accounts, options, in: site.instance, over: $0)
            }
            try await delete(doomed, at: site, &deleted)
        }
        return deleted
    }

    private func delete(
        _ doomed: DoomedAccounts, at site: Site<ReadWrite>, _ deleted: inout DeletedAccounts
    ) async throws {
        let options = doomed.options
        if options.severanceEvent != nil {
            try await site.change { (try await doomed.recordSeverance(over: $0), Aftermath()) }
        }
        if options.tellsServers { try await tell(doomed, at: site) }
        deleted.add(
            try await site.changeWithFiles { connection in
                var aftermath = try await doomed.leaveUsers(over: connection)
                guard options.keepsAccount else { return ((), [], aftermath) }
                let (more, files) = try await doomed.blankProfiles(over: connection)
                aftermath.append(more)
                return ((), files, aftermath)
            }.1)
        try await deletePosts(of: doomed, except: doomed.reported, isSilent: options.isSilent, at: site, &deleted)
        try await deleteMedia(of: doomed, at: site, &deleted)
        if !doomed.accounts.allSatisfy({ !$0.isLocal }) {
            try await site.change { ((), try await doomed.dropFeeds(in: site.keys, over: $0)) }
        }
        try await deleteBelongings(of: doomed, at: site, &deleted)
        if deleted.isCutShort { return }
        if !options.keepsAccount {
            // What moderators were to look at goes with its author, and nobody's feed is looked into any more.
            if !doomed.reported.isEmpty {
                try await site.database.write { try await doomed.forgetLinks(over: $0) }
                try await deletePosts(of: doomed, except: [], isSilent: true, at: site, &deleted)
            }
            deleted.add(
                try await site.changeWithFiles { connection in
                    let (aftermath, files) = try await doomed.deleteRows(over: connection)
                    return ((), files, aftermath)
                }.1)
        }
        deleted.accounts += doomed.accounts.count
    }

    /// Queues what other servers are told.
    private func tell(_ doomed: DoomedAccounts, at site: Site<ReadWrite>) async throws {
        for account in doomed.accounts {
            if account.isLocal {
                let inboxes = try await site.database.write { try await doomed.inboxes(of: account, over: $0) }
                if inboxes.near.isEmpty, inboxes.far.isEmpty { continue }
                let text = try await site.database.write {
                    try await doomed.farewell(of: account, at: .now, over: $0)
                }
                let all =
                    inboxes.near.map { (SidekiqWorker.delivery, $0) }
                    + inboxes.far.map { (SidekiqWorker.lowPriorityDelivery, $0) }
                for start in stride(from: 0, to: all.count, by: Self.pushes) {
                    var aftermath = Aftermath()
                    for (worker, inbox) in all[start..<min(start + Self.pushes, all.count)] {
                        aftermath.push(worker, .string(text), .integer(account.id), .string(inbox))
                    }
                    try await site.carryOut(aftermath)
                }
            } else if account.speaksActivityPub, !account.inbox.isEmpty {
                for isFollower in [true, false] {
                    var last: Int64? = 0
                    while let after = last {
                        let (jobs, end) = try await site.database.write {
                            try await doomed.endings(of: account, isFollower: isFollower, after: after, over: $0)
                        }
                        var aftermath = Aftermath()
                        jobs.forEach { aftermath.push($0) }
                        try await site.carryOut(aftermath)
                        last = end
                    }
                }
            }
        }
    }

    private func deletePosts(
        of doomed: DoomedAccounts, except kept: [Int64], isSilent: Bool, at site: Site<ReadWrite>,
        _ deleted: inout DeletedAccounts
    ) async throws {
        var cursor = PostCursor(doomed.ids)
        while !deleted.stops() {
            let before = cursor
            let (posts, boosts, feeds, next) = try await site.database.write { connection in
                var next = before
                let posts = try await doomed.posts(after: &next, except: kept, over: connection)
                let needsBoosts = !posts.isEmpty && (!isSilent || site.instance.hasSearch)
                let boosts = needsBoosts ? try await doomed.boosts(of: posts, over: connection) : []
                // In the order in which the server takes them: each post with its boosts.
                let boostsOf = Dictionary(grouping: boosts, by: \.boosted)
                let order = posts.flatMap { [$0] + (boostsOf[$0.id] ?? []) }
                let feeds =
                    isSilent || posts.isEmpty
                    ? Aftermath() : try await doomed.withdraw(order, from: site.keys, over: connection)
                return (posts, boosts, feeds, next)
            }
            cursor = next
            if posts.isEmpty { return }
            let conversations = try await site.change { connection in
                var (aftermath, changed) = try await doomed.delete(
                    posts, boosts: boosts, tellsClients: !isSilent, over: connection)
                aftermath.append(feeds)
                return (changed, aftermath)
            }
            deleted.posts += posts.count
            try await tellListeners(conversations, at: site)
        }
    }

    /// Lets clients that look at a list of conversations right now see the change.
    private func tellListeners(_ conversations: [ChangedConversation], at site: Site<ReadWrite>) async throws {
        if conversations.isEmpty { return }
        let answers = try await site.keys.listeners(conversations.map { "timeline:direct:\($0.account)" })
        var aftermath = Aftermath()
        for (conversation, isHeard) in zip(conversations, answers) where isHeard {
            aftermath.push(.conversation, .integer(conversation.id))
        }
        try await site.carryOut(aftermath)
    }

    private func deleteMedia(
        of doomed: DoomedAccounts, at site: Site<ReadWrite>, _ deleted: inout DeletedAccounts
    ) async throws {
        while !deleted.stops() {
            let ((count, hasMore), gone) = try await site.changeWithFiles { connection in
                let (aftermath, files, hasMore) = try await doomed.deleteMedia(over: connection)
                return ((Set(files.map(\.id)).count, hasMore), files, aftermath)
            }
            deleted.attachments += count
            deleted.add(gone)
            if !hasMore { return }
        }
    }

    private func deleteBelongings(
        of doomed: DoomedAccounts, at site: Site<ReadWrite>, _ deleted: inout DeletedAccounts
    ) async throws {
        // Who has a hundred thousand favourites need not have his bookmarks looked for a hundred times.
        var rest = Set(Belonging.allCases)
        while !rest.isEmpty, !deleted.stops() {
            let unfinished = rest
            rest = try await site.change { connection in
                var aftermath = Aftermath()
                var rest: Set<Belonging> = []
                for belonging in Belonging.allCases where unfinished.contains(belonging) {
                    let (more, hasMore) = try await doomed.delete(belonging, over: connection)
                    aftermath.append(more)
                    if hasMore { rest.insert(belonging) }
                }
                return (rest, aftermath)
            }
        }
    }
}

/// What a deletion did.
package struct DeletedAccounts: Sendable {
    /// Accounts whose deletion is done.
    package var accounts = 0
    package var posts = 0
    /// Attachments with a file.
    package var attachments = 0
    package var objects = 0
    /// Files that could not be deleted.
    package var failures: [ItemFailure] = []
    /// Whether the run was asked to end before the deletion was done; the same deletion again goes on.
    package var isCutShort = false

    mutating func add(_ files: FilesGone) {
        objects += files.objects
        failures += files.failures.map { ItemFailure(item: $0.item, reason: $0.reason) }
    }

    /// Whether it is time to end, and notes that it was.
    mutating func stops() -> Bool {
        if Stopping.current?.asked != nil { isCutShort = true }
        return isCutShort
    }

    /// For a step's outcome.
    var outcome: Outcome {
        var outcome = Outcome(changed: accounts, objects: objects, failures: failures)
        if posts > 0 { outcome.details["posts"] = Int64(posts) }
        if attachments > 0 { outcome.details["attachments"] = Int64(attachments) }
        outcome.isCutShort = isCutShort
        return outcome
    }
}
