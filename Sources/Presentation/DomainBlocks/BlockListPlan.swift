import Console
import Faults
import Model
import Operations

/// What a declared list would change, as `plan` and `drift` tell it.
package struct BlockListPlan: Presentable {
    package var schema: String
    package var list: String
    package var add: Int
    package var amend: Int
    package var remove: Int
    package var kept: Int
    package var same: Int
    package var sources: [BlockListReview.Source]
    package var warnings: [String]
    package var proposals: [Proposal]
    private let failsOnChanges: Bool

    private enum CodingKeys: CodingKey {
        case schema, list, add, amend, remove, kept, same, sources, warnings, proposals
    }

    /// One domain. Rules are nil where there is none.
    package struct Proposal: Encodable, Sendable {
        package var domain: String
        package var verdict: BlockProposal.Verdict
        package var wanted: Rule?
        package var present: Rule?
        package var applied: Rule?
        package var sources: [String]
        package var reason: String?
        package var followers: Int?
    }

    package struct Rule: Encodable, Sendable {
        package var severity: BlockSeverity
        package var rejectMedia: Bool
        package var rejectReports: Bool

        init(_ rule: BlockRule) {
            (severity, rejectMedia, rejectReports) = (rule.severity, rule.rejectMedia, rule.rejectReports)
        }

        fileprivate var words: String {
            BlockRule(severity: severity, rejectMedia: rejectMedia, rejectReports: rejectReports).words
        }
    }

    /// - Parameters:
    ///   - tellsSame: whether domains with nothing to do are listed too.
    ///   - failsOnChanges: whether the run ends with status 1 when there is something to do.
    package init(_ review: BlockListReview, command: String, tellsSame: Bool, failsOnChanges: Bool) {
        func count(_ verdict: BlockProposal.Verdict) -> Int { review.proposals.count { $0.verdict == verdict } }
        schema = command.replacing(" ", with: ".") + "/1"
        list = review.list
        (add, amend, remove) = (count(.add), count(.amend), count(.remove))
        (kept, same) = (count(.kept), count(.same))
        sources = review.sources
        warnings = review.foreseen.flatMap(\.words)
        proposals = review.proposals.filter { tellsSame || $0.verdict != .same }.map { proposal in
            Proposal(
                domain: proposal.domain, verdict: proposal.verdict, wanted: proposal.wanted.map { Rule($0) },
                present: proposal.present.map { Rule($0) }, applied: proposal.applied.map { Rule($0) },
                sources: proposal.sources, reason: proposal.reason, followers: proposal.followers)
        }
        self.failsOnChanges = failsOnChanges
    }

    package var table: Table {
        var table = Table([
            .init("what"), .init("domain"), .init("list"), .init("server"), .init("last applied"),
            .init("followed by", .right), .init("why", canShrink: true),
        ])
        for proposal in proposals {
            let why = [proposal.reason, proposal.sources.isEmpty ? nil : proposal.sources.joined(separator: ", ")]
            table.add([
                proposal.verdict.rawValue, proposal.domain, proposal.wanted?.words ?? "", proposal.present?.words ?? "",
                proposal.applied?.words ?? "", proposal.followers.map { "\($0)" } ?? "",
                why.compactMap { $0 }.joined(separator: "; "),
            ])
        }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        var text = table.text(for: terminal)
        let summary =
            add + amend + remove == 0
            ? "nothing to do" : "\(add.grouped) to add, \(amend.grouped) to change, \(remove.grouped) to remove"
        text += "\(list): \(summary); \(same.grouped) as listed, \(kept.grouped) left alone\n"
        for source in sources {
            let domains = source.domains.map { $0.counted("domains") } ?? "missing"
            var parts = ["\(source.name): \(domains)"]
            if source.hidden > 0 { parts.append("\(source.hidden.grouped) hidden behind stars") }
            if source.troubles > 0 { parts.append(source.troubles.counted("lines") + " not understood") }
            if let trouble = source.trouble { parts.append(trouble) }
            text += Sanitized.text(parts.joined(separator: ", ")) + "\n"
        }
        return text
    }

    package var lines: [any Encodable & Sendable] { proposals }
    package var ids: [String] { proposals.filter { [.add, .amend, .remove].contains($0.verdict) }.map(\.domain) }
    package var status: ExitStatus { failsOnChanges && add + amend + remove > 0 ? .problems : .done }
    package var isOnlySuccess: Bool { failsOnChanges && status == .done }
}
