import Faults
import Model
import Stores

/// Deletes one user's old posts, at the user's request: no strike, no report, no word in the server's own log.
package struct PostCleaning: Operation {
    let name: AccountName
    let rule: PostCleaningRule

    package init(of name: AccountName, by rule: PostCleaningRule) {
        self.name = name
        self.rule = rule
    }

    package var card: Card {
        Card("accounts clean-posts", of: "posts", "deleted", risk: .moderate, lane: .jobs, tables: ["statuses"])
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let directory = AccountDirectory(site.instance)
        let name = name
        let account = try await site.database.read { try await directory.account(name, over: $0) }
        guard account.isLocal else {
            throw Fault(
                .badData, "\(account.handle) is remote, and only a user's own server deletes posts for all",
                notes: ["nothing was changed"], help: "see `mastoctl statuses delete`")
        }
        let posts = CleanablePosts(of: account.id, by: rule)
        var survey = Survey(count: try await site.database.read { try await posts.count(over: $0) })
        if !(try await site.jobs.processes().serve(SidekiqWorker.removal.queue)) {
            survey.foreseen.append(.noWorker(.removal))
        }
        let batches = Batches<Item>(pagesOf: 200, by: \.id) { after in
            try await site.database.read { try await posts.page(after: after, limit: 200, over: $0) }.map {
                Item(id: $0)
            }
        }
        return Prepared(survey, batches) { items, site in
            let instance = site.instance
            let count = try await site.change { connection in
                try await posts.discard(items.map(\.id), on: instance, over: connection)
            }
            return Outcome(changed: count, skipped: items.count - count)
        }
    }

    package struct Item: WorkItem {
        var id: Int64
        package var label: String? { "\(id)" }
    }
}
