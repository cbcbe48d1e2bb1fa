import Model
import Stores

/// An operation whose items can be written into a file, looked at, and carried out later.
///
/// The plan keeps what was asked for, the items, and the state in which each was seen. Carried out, what performs them
/// compares that with what it finds under the lock, and leaves alone what is not so any more (`Outcome.skips`).
package protocol Plannable: Operation where Item: PlannableItem {
    /// What a plan of it is of.
    var work: PlannedWork { get }
    /// What was asked for besides the items: a text, a report, a moderator. Null for nothing.
    var parameters: JSONValue { get }
    /// Items changed in one transaction.
    static var batch: Int { get }

    /// The same change to the items of a plan, instead of those it would find itself.
    ///
    /// - Throws: `Fault(.denied)` for who may not; nothing was changed then.
    func prepare(_ plan: Plan, at site: Site<ReadOnly>) async throws -> Prepared<Item>
}

/// An item that a plan can keep.
package protocol PlannableItem: WorkItem {
    var planned: PlanItem { get }

    /// - Throws: `Fault(.badData)` for an item it does not understand.
    init(planned: PlanItem) throws
}

/// What a plan is of. Its code, the command's words, stands in the plan.
package enum PlannedWork: Sendable, Equatable {
    case account(AccountAction)
    case report(ReportVerb)
    case posts(PostAction)
    case domainBlockSync

    private enum Noun: String {
        case accounts, reports, statuses
        case domainBlocks = "domain-blocks"
    }

    /// Nil for what this program cannot carry out.
    package init?(code: String) {
        let words = code.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2, let noun = Noun(rawValue: words[0]) else { return nil }
        switch noun {
        case .accounts:
            guard let action = AccountAction(rawValue: words[1]) else { return nil }
            self = .account(action)
        case .reports:
            guard let verb = ReportVerb(rawValue: words[1]) else { return nil }
            self = .report(verb)
        case .statuses:
            guard let action = PostAction(rawValue: words[1]) else { return nil }
            self = .posts(action)
        case .domainBlocks:
            guard words[1] == "sync" else { return nil }
            self = .domainBlockSync
        }
    }

    package var code: String {
        switch self {
        case .account(let action): "\(Noun.accounts.rawValue) \(action.rawValue)"
        case .report(let verb): "\(Noun.reports.rawValue) \(verb.rawValue)"
        case .posts(let action): "\(Noun.statuses.rawValue) \(action.rawValue)"
        case .domainBlockSync: "\(Noun.domainBlocks.rawValue) sync"
        }
    }

    package static var all: [PlannedWork] {
        AccountAction.allCases.map(PlannedWork.account) + [.domainBlockSync]
            + ReportVerb.allCases.map(PlannedWork.report) + PostAction.allCases.map(PlannedWork.posts)
    }
}
