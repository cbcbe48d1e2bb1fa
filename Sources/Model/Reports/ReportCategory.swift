/// What a report complains of. Source: Mastodon 4.6.5 `app/models/report.rb`; `legal` since 4.2.
package enum ReportCategory: Int, Sendable, CaseIterable {
    case other = 0
    case spam = 1_000
    case legal = 1_500
    case violation = 2_000

    package var word: String {
        switch self {
        case .other: "other"
        case .spam: "spam"
        case .legal: "legal"
        case .violation: "violation"
        }
    }

    package init?(word: String) {
        guard let category = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = category
    }
}
