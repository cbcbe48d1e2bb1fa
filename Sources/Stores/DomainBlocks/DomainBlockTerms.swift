import Model
import Postgres

/// The terms of a query as conditions over `domain_blocks`; every value is a bind.
struct DomainBlockTerms {
    let now: UTCTime

    /// All of them, joined by `and`.
    func condition(_ query: DomainBlockQuery) -> Statement {
        .joined(
            ["true"]
                + query.terms.map { term in term.statement { condition($0) } }, separator: "\n    and ")
    }

    private func condition(_ condition: DomainBlockQuery.Condition) -> Statement {
        switch condition {
        case .domain(let patterns): .any(of: patterns) { "domain like \($0.lowercased.like())" }
        case .severity(let severities): "coalesce(severity, 0) = any(\(severities.map(\.code)))"
        case .comment(let comment, let patterns):
            .any(of: patterns) { pattern in
                let column: Statement = comment == .private ? "private_comment" : "public_comment"
                guard let pattern else { return "coalesce(\(fragment: column), '') = ''" }
                return column + " ilike \(pattern.like())"
            }
        case .flag(.rejectMedia, let isSet): "reject_media = \(isSet)"
        case .flag(.rejectReports, let isSet): "reject_reports = \(isSet)"
        case .flag(.obfuscate, let isSet): "obfuscate = \(isSet)"
        case .moment(let moment, let ranges):
            .any(of: ranges) { .within(moment == .created ? "created_at" : "updated_at", $0) { $0.bound(now) } }
        }
    }
}
