/// Which domain blocks are meant: every term must hold.
package struct DomainBlockQuery: Sendable, Equatable {
    package var terms: [Term]

    package init(_ terms: [Term] = []) {
        self.terms = terms
    }

    package typealias Term = QueryClause<Condition>

    /// One property and the values it may have, any of which will do.
    package enum Condition: Sendable, Equatable {
        case domain([TextPattern])
        case severity([BlockSeverity])
        /// Nil among the patterns stands for no comment at all.
        case comment(Comment, [TextPattern?])
        case flag(Flag, Bool)
        case moment(Moment, [Bounds<Instant>])
    }

    package enum Comment: Sendable, Equatable {
        /// For the moderators.
        case `private`
        case `public`
    }

    package enum Flag: Sendable, Equatable {
        case rejectMedia, rejectReports, obfuscate
    }

    package enum Moment: Sendable, Equatable {
        case created, updated
    }

    /// Reads `private-comment:~"import 2026-11" severity:suspend -domain:*.example.org`, by the rules of a query over
    /// accounts: blanks separate terms that must all hold, commas values of which one is enough, `-` turns a term round,
    /// `~` looks for a text anywhere.
    ///
    /// - Throws: `QueryError`.
    package init(parsing text: String) throws(QueryError) {
        self.init(
            try QueryReader<DomainBlockQueryKey>.clauses(of: text) { (term) throws(QueryError) in
                try term.domainBlockCondition()
            })
    }
}

/// The words before the colon in a query over domain blocks, and what each takes.
package enum DomainBlockQueryKey: String, QueryKey {
    case domain, severity
    case privateComment = "private-comment"
    case publicComment = "public-comment"
    case rejectMedia = "reject-media"
    case rejectReports = "reject-reports"
    case obfuscate, created, updated

    package static var example: String { "severity:suspend or private-comment:~\"import\"" }

    package var form: String {
        switch self {
        case .domain: "a domain such as example.org, or *.example.org for those below it"
        case .severity: "suspend, silence or noop"
        case .privateComment, .publicComment:
            "the whole comment with * for anything, ~word or ~\"some words\" for a part of it, or none"
        case .rejectMedia, .rejectReports, .obfuscate: "yes or no"
        case .created, .updated: "a date (2026-01-31) or an age (>90d, <2y, 30d..90d)"
        }
    }
}

extension QueryTerm where Key == DomainBlockQueryKey {
    func domainBlockCondition() throws(QueryError) -> DomainBlockQuery.Condition {
        switch key {
        case .domain: .domain(try domains())
        case .severity: .severity(try each { BlockSeverity(word: $0.text) })
        case .privateComment: .comment(.private, try comments())
        case .publicComment: .comment(.public, try comments())
        case .rejectMedia: .flag(.rejectMedia, try flag())
        case .rejectReports: .flag(.rejectReports, try flag())
        case .obfuscate: .flag(.obfuscate, try flag())
        case .created: .moment(.created, try moments())
        case .updated: .moment(.updated, try moments())
        }
    }

    private func comments() throws(QueryError) -> [TextPattern?] {
        try each(takesParts: true) { value -> TextPattern?? in
            let isNone = value.text.isEmpty || (!value.isQuoted && value.text.lowercased() == "none")
            if isNone, !value.isPart { return .some(nil) }
            return Self.pattern(value).map { .some($0) }
        }
    }
}
