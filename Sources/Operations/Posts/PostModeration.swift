import Faults
import Model
import Stores
import Synchronization

/// Deletes posts or marks them as sensitive, as a moderator does: with a strike for each of their authors.
package struct PostModeration: Plannable {
    package let action: PostAction
    package let lane: Lane
    let selection: PostSelection
    let strike: Strike
    let category: ReportCategory
    let moderator: String?

    /// - Parameters:
    ///   - category: of the report that is made where none is answered.
    ///   - moderator: on whose behalf; nil for the first owner.
    package init(
        _ action: PostAction, of selection: PostSelection = PostSelection(), _ strike: Strike = Strike(),
        category: ReportCategory = .other, on moderator: String?, lane: Lane = .jobs
    ) {
        self.action = action
        self.selection = selection
        self.strike = strike
        self.category = category
        self.moderator = moderator
        self.lane = lane
    }

    /// What a plan's parameters come to.
    package init(_ action: PostAction, planned parameters: JSONValue, lane: Lane) {
        var strike = Strike(text: parameters["text"]?.string ?? "")
        strike.report = parameters["report"]?.string.flatMap { Int64($0) }
        if case .boolean(let notifies)? = parameters["notify"] { strike.notifies = notifies }
        self.init(
            action, strike, category: parameters["category"]?.string.flatMap { ReportCategory(word: $0) } ?? .other,
            on: parameters["moderator"]?.string, lane: lane)
    }

    package static let lanes = [Lane.jobs]
    package static let batch = 100
    package var work: PlannedWork { .posts(action) }

    package var card: Card {
        Card(
            work.code, of: "posts", action.deed, risk: .moderate, lane: lane,
            tables: ["statuses", "status_edits", "account_warnings", "reports", "tombstones", "admin_action_logs"])
    }

    package var parameters: JSONValue {
        .object([
            .init("moderator", moderator.map { .string($0) } ?? .null), .init("text", .string(strike.text)),
            .init("report", strike.report.map { .string("\($0)") } ?? .null),
            .init("notify", .boolean(strike.notifies)),
            .init("category", .string(category.word)),
        ])
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let (moderator, foreseen) = try await authority(at: site)
        let (named, now) = (try await selection.named(at: site), UTCTime.now)
        try await requireReport(named, at: site)
        let count = named.count + (try await selection.count(at: site, now: now))
        let listed = selection.batches(than: Set(named.map(\.id)), by: Self.batch, at: site, now: now)
        let batches = Batches { [action] in
            var first: [PostStanding]? = named.isEmpty ? nil : named
            var rest = listed.makeAsyncIterator()
            return {
                if let posts = first.take() { return Self.batch(of: posts, for: action) }
                return try await rest.next().map { Self.batch(of: $0.items.map(\.post), for: action) }
            }
        }
        return prepared(Survey(count: count, foreseen: foreseen), batches, moderator)
    }

    package func prepare(_ plan: Plan, at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let (moderator, foreseen) = try await authority(at: site)
        return prepared(plan.survey(at: site, foreseen: foreseen), plan.batches(of: Self.batch), moderator)
    }

    private static func batch(of posts: [PostStanding], for action: PostAction) -> Batch<Item> {
        var tally = Tally(visited: posts.count)
        tally.passed = posts.compactMap { post in post.refusal(action).map { ItemNote("\(post.id)", $0) } }
        let fit = posts.filter { $0.refusal(action) == nil }
        tally.note(.postsNotForEverybody, count: fit.count { ![.public, .unlisted].contains($0.visibility) })
        return Batch(fit.map { Item($0, for: action) }, tally, isAlone: true)
    }

    private func authority(at site: Site<ReadOnly>) async throws -> (AccountReference, foreseen: [Foreseen]) {
        let powers = try await site.powers(of: moderator, by: lane, [])
        guard powers.can(.manageReports) else {
            throw Fault(
                .denied, "\(powers.account.handle): \(AccountRefusal.lacks(.manageReports).inWords)",
                help: "give --as the name of another moderator")
        }
        let worker = SidekiqWorker.removal
        let isServed = try await site.jobs.processes().serve(worker.queue)
        return (powers.account, isServed ? [] : [.noWorker(worker)])
    }

    /// A report is about one account, and so are the posts that answer it.
    private func requireReport(_ named: [PostStanding], at site: Site<ReadOnly>) async throws {
        guard let report = strike.report else { return }
        guard let target = try await site.database.read({ try await $0.reports.target(of: report) }) else {
            throw Fault(.noSuch, "there is no report \(report)", help: "try `mastoctl reports list`")
        }
        guard selection.query == nil, named.allSatisfy({ $0.account.id == target }) else {
            throw Fault(
                .badData, "report \(report) is about another account than these posts",
                help: "name posts of the one account it is about; see `mastoctl reports show \(report)`")
        }
    }

    private func prepared(
        _ survey: Survey, _ batches: Batches<Item>, _ moderator: AccountReference
    ) -> Prepared<Item> {
        let book = StrikeBook()
        return Prepared(survey, batches) { [action, strike, category] items, site in
            let change = PostChange(action, by: moderator, strike, category: category.rawValue, on: site.instance)
            let seen = Dictionary(items.map { ($0.id, $0.seen) }) { first, _ in first }
            let (done, noted) = try await site.carryOut(change, on: items.map(\.id), noted: book.noted) { posts in
                posts.filter { $0.refusal(action) == nil && $0.seen(for: action) == seen[$0.id] }
            }
            book.keep(noted)
            var outcome = Outcome(changed: done.count)
            let known = Set(done.map(\.id))
            outcome.skip(
                items.filter { !known.contains($0.id) }.map {
                    ItemNote("\($0.id)", "is gone or otherwise meanwhile")
                })
            return outcome
        }.acting(as: moderator.handle)
    }

    /// What this run has noted against whom.
    private final class StrikeBook: Sendable {
        private let entries = Mutex<[Int64: PostChange.Noted]>([:])
        var noted: [Int64: PostChange.Noted] { entries.withLock { $0 } }
        func keep(_ noted: [Int64: PostChange.Noted]) { entries.withLock { $0 = noted } }
    }

    /// A post, and the state it was seen in.
    package struct Item: PlannableItem, Equatable {
        package var id: Int64
        package var name: String
        package var seen: JSONValue

        init(_ post: PostStanding, for action: PostAction) {
            id = post.id
            name = "\(post.id) of \(post.account.handle)"
            seen = post.seen(for: action)
        }

        package init(planned: PlanItem) throws {
            guard let id = planned.id else { throw Fault(.badData, "the plan names \(planned.name) without an id") }
            self.id = id
            name = planned.name
            seen = planned.seen
        }

        package var label: String? { name }
        package var planned: PlanItem { PlanItem(id: id, name: name, seen: seen) }
    }
}
