import Faults
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

    /// Jobs that are kept in memory for one transaction to owe.
    private static let pushes = 10_000

    /// - Parameter ids: at most a few thousand accounts, local or remote; those that are gone already are passed over.
    ///   A local user who never got in goes entirely and without a word, whatever the options say.
    /// - Returns: the accounts whose deletion is done and those that are held, with their posts and their attachments that had a file. Cut short,
    ///   the same deletion again goes on.
    /// - Throws: `Fault(.badData)` when a local account has no key to sign its end with.
    package func delete(_ ids: [Int64], at site: Site<ReadWrite>) async throws -> Outcome {
        let found = try await site.database.readPrimary {
            try await DoomedAccount.find(ids, in: site.instance, over: $0)
        }
        var deleted = Outcome()
        let groups = [
            (found.filter { !$0.isNewcomer }, options), (found.filter(\.isNewcomer), options.forNewcomer),
        ]
        for (accounts, options) in groups where !accounts.isEmpty && !deleted.isCutShort {
            let free = try await free(accounts, options, at: site, &deleted)
            if free.isEmpty { continue }
            let doomed = try await site.database.readPrimary {
                try await DoomedAccounts.gather(free, options, in: site.instance, over: $0)
            }
            try await delete(doomed, at: site, &deleted)
        }
        return deleted
    }

    /// Those that no row of a table which no release has holds, before anything is done to them; or all of them, and
    /// such rows are deleted, where that is wanted.
    private func free(
        _ accounts: [DoomedAccount], _ options: DeletionOptions, at site: Site<ReadWrite>, _ deleted: inout Outcome
    ) async throws -> [DoomedAccount] {
        let holds = UnknownHolds(site.instance.schema, keepsAccounts: options.keepsAccount)
        if holds.isEmpty { return accounts }
        let ids = accounts.map(\.id)
        if site.instance.takesUnknownTables {
            try await site.database.write { try await holds.release(ids, over: $0) }
            return accounts
        }
        let held = try await site.database.readPrimary { try await holds.holders(of: ids, over: $0) }
        let notes = accounts.compactMap { account in
            held[account.id].map { ItemNote(account.handle, $0.words) }
        }
        if !notes.isEmpty { deleted.add(Outcome(held: notes)) }
        return accounts.filter { held[$0.id] == nil }
    }

    private func delete(
        _ doomed: DoomedAccounts, at site: Site<ReadWrite>, _ deleted: inout Outcome
    ) async throws {
        let options = doomed.options
        if options.severanceEvent != nil {
            try await site.change { (try await doomed.recordSeverance(over: $0), Aftermath()) }
        }
        // Owed by the change that cannot be taken back any more: neither is it lost with a run that is killed, nor does a
        // run that changes nothing send it.
        let news = options.tellsServers ? try await news(of: doomed, at: site) : Aftermath()
        deleted.add(
            try await site.changeWithFiles { connection in
                var aftermath = news
                aftermath.append(try await doomed.leaveUsers(over: connection))
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
            deleted.add(try await deleteRows(of: doomed, at: site))
        } else {
            deleted.changed += doomed.accounts.count
        }
    }

    /// The accounts themselves, all but those that something of the database's own holds. What came before is not done
    /// again for their sake.
    private func deleteRows(of doomed: DoomedAccounts, at site: Site<ReadWrite>) async throws -> Outcome {
        let division = Division<DoomedAccount>(named: \.handle) { accounts, _ in
            var outcome = Outcome(changed: accounts.count)
            outcome.add(
                try await site.changeWithFiles { connection in
                    let (aftermath, files) = try await doomed.only(accounts).deleteRows(over: connection)
                    return ((), files, aftermath)
                }.1)
            return outcome
        }
        return try await division.perform(doomed.accounts)
    }

    /// What other servers are told.
    private func news(of doomed: DoomedAccounts, at site: Site<ReadWrite>) async throws -> Aftermath {
        var news = Aftermath()
        for account in doomed.accounts {
            if account.isLocal {
                // Its user went with a run that was killed, and that change owed the news.
                if account.user == nil, !doomed.keepsUsers { continue }
                try await addFarewell(of: account, among: doomed, to: &news, at: site)
            } else if account.speaksActivityPub, !account.inbox.isEmpty {
                for isFollower in [true, false] {
                    var last: Int64? = 0
                    while let after = last {
                        let (jobs, end) = try await site.database.readPrimary {
                            try await doomed.endings(of: account, isFollower: isFollower, after: after, over: $0)
                        }
                        jobs.forEach { news.push($0) }
                        last = end
                    }
                }
            }
            guard news.pushes.count > Self.pushes else { continue }
            let some = news
            try await site.change { _ in ((), some) }
            news = Aftermath()
        }
        return news
    }

    private func addFarewell(
        of account: DoomedAccount, among doomed: DoomedAccounts, to news: inout Aftermath, at site: Site<ReadWrite>
    ) async throws {
        let inboxes = try await site.database.readPrimary { try await doomed.inboxes(of: account, over: $0) }
        if inboxes.near.isEmpty, inboxes.far.isEmpty { return }
        let text = try await site.database.readPrimary { try await doomed.farewell(of: account, at: .now, over: $0) }
        let all =
            inboxes.near.map { (SidekiqWorker.delivery, $0) }
            + inboxes.far.map { (SidekiqWorker.lowPriorityDelivery, $0) }
        for (worker, inbox) in all { news.push(worker, .string(text), .integer(account.id), .string(inbox)) }
    }

    private func deletePosts(
        of doomed: DoomedAccounts, except kept: [Int64], isSilent: Bool, at site: Site<ReadWrite>,
        _ deleted: inout Outcome
    ) async throws {
        var cursor = PostCursor(doomed.ids)
        while !deleted.stops() {
            let before = cursor
            let (posts, boosts, feeds, next) = try await site.database.readPrimary { connection in
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
            try await site.change { connection in
                var (aftermath, changed) = try await doomed.delete(
                    posts, boosts: boosts, tellsClients: !isSilent, over: connection)
                aftermath.append(feeds)
                aftermath.append(try await newsForListeners(changed, at: site))
                return ((), aftermath)
            }
            deleted.note(.posts, posts.count)
        }
    }

    /// Lets clients that look at a list of conversations right now see the change.
    private func newsForListeners(
        _ conversations: [ChangedConversation], at site: Site<ReadWrite>
    ) async throws -> Aftermath {
        var aftermath = Aftermath()
        if conversations.isEmpty { return aftermath }
        let answers = try await site.keys.listeners(conversations.map { "timeline:direct:\($0.account)" })
        for (conversation, isHeard) in zip(conversations, answers) where isHeard {
            aftermath.push(.conversation, .integer(conversation.id))
        }
        return aftermath
    }

    private func deleteMedia(
        of doomed: DoomedAccounts, at site: Site<ReadWrite>, _ deleted: inout Outcome
    ) async throws {
        while !deleted.stops() {
            let ((count, hasMore), gone) = try await site.changeWithFiles { connection in
                let (aftermath, files, hasMore) = try await doomed.deleteMedia(over: connection)
                return ((Set(files.map(\.id)).count, hasMore), files, aftermath)
            }
            deleted.note(.attachments, count)
            deleted.add(gone)
            if !hasMore { return }
        }
    }

    private func deleteBelongings(
        of doomed: DoomedAccounts, at site: Site<ReadWrite>, _ deleted: inout Outcome
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

extension Outcome {
    /// Whether it is time to end, and notes that it was.
    fileprivate mutating func stops() -> Bool {
        if Stopping.current?.asked != nil { isCutShort = true }
        return isCutShort
    }
}
