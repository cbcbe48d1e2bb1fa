/// Which posts are meant: every term must hold.
package struct PostQuery: Sendable, Equatable {
    package var terms: [Term]

    package init(_ terms: [Term] = []) {
        self.terms = terms
    }

    package typealias Term = QueryClause<Condition>

    /// One property and the values it may have, any of which will do.
    package enum Condition: Sendable, Equatable {
        case text(Text, [TextPattern])
        /// Hosts without a scheme, or parts of addresses.
        case link([String])
        case tag([TextPattern])
        /// Blurhashes of pictures.
        case picture([String])
        case language([String])
        case visibility([PostVisibility])
        case account([TextPattern])
        case domain([TextPattern])
        case flag(Flag, Bool)
        case moment(Moment, [Bounds<Instant>])
        case number(Number, [Bounds<Int64>])
    }

    package enum Text: Sendable, Equatable {
        case text
        /// What stands before a text that is folded.
        case warning
    }

    package enum Flag: Sendable, Equatable {
        case local, sensitive, reply, boost, reported
    }

    package enum Moment: Sendable, Equatable {
        case created, accountCreated
    }

    package enum Number: Sendable, Equatable {
        case id, mentions, media, accountPosts, accountFollowers
    }

    /// Reads `text:~"free money" created:<2h account.created:<1d -local:yes`, by the rules of a query over accounts.
    ///
    /// - Throws: `QueryError`.
    package init(parsing text: String) throws(QueryError) {
        self.init(
            try QueryReader<PostQueryKey>.clauses(of: text) { (term) throws(QueryError) in
                try term.postCondition()
            })
    }

    /// Seconds of age within which all of it lies, where a term says so: what spares a pass over all posts.
    package func latest(before now: UTCTime) -> UTCTime? {
        terms.compactMap { term -> Double? in
            guard !term.isNegated, case .moment(.created, let ranges) = term.condition, !ranges.isEmpty else {
                return nil
            }
            let starts = ranges.map { range in
                switch range.lower?.value {
                case .at(let time)?: time.seconds
                case .ago(let seconds)?: now.seconds - seconds
                case nil: -Double.infinity
                }
            }
            return starts.min()
        }.max().flatMap { $0.isFinite ? UTCTime($0) : nil }
    }
}

/// Who can see a post. Source: Mastodon 4.6.5 `app/models/concerns/status/visibility.rb`.
package enum PostVisibility: String, Sendable, CaseIterable {
    case `public`, unlisted, `private`, direct, limited

    /// `statuses.visibility`
    package var code: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The words before the colon in a query over posts, and what each takes.
package enum PostQueryKey: String, QueryKey {
    case id, text, warning, link, tag, mentions, media
    case mediaHash = "media-hash"
    case language, visibility, local, sensitive, reply, boost, reported, created, account, domain
    case accountCreated = "account.created"
    case accountPosts = "account.posts"
    case accountFollowers = "account.followers"

    package static var example: String { "text:~\"free money\" or created:<2h" }

    package var form: String {
        switch self {
        case .id, .mentions, .media, .accountPosts, .accountFollowers: "a number: 5, >5, <=5, 5..9"
        case .text, .warning: "the whole text with * for anything, ~word or ~\"some words\" for a part of it"
        case .link: "a host such as spam.example, or a part of an address with a slash in it"
        case .tag: "a hashtag, with * for anything"
        case .mediaHash: "the blurhash of a picture"
        case .language: "a language such as en"
        case .visibility: "public, unlisted, private, direct or limited"
        case .local, .sensitive, .reply, .boost, .reported: "yes or no"
        case .created, .accountCreated: "a date (2026-01-31) or an age (>90d, <2h, 30d..90d)"
        case .account: "a handle such as alice or bob@example.org, with * for anything"
        case .domain: "a domain such as example.org, or *.example.org for those below it"
        }
    }
}

extension QueryTerm where Key == PostQueryKey {
    func postCondition() throws(QueryError) -> PostQuery.Condition {
        switch key {
        case .id: .number(.id, try counts())
        case .text: .text(.text, try patterns())
        case .warning: .text(.warning, try patterns())
        case .link:
            .link(try each { value in value.text.contains(where: \.isWhitespace) ? nil : value.text.lowercased() })
        case .tag: .tag(try patterns(without: "#"))
        case .mentions: .number(.mentions, try counts())
        case .media: .number(.media, try counts())
        case .mediaHash: .picture(try each { $0.text.isEmpty ? nil : $0.text })
        case .language: .language(try each { $0.text.isEmpty ? nil : $0.text.lowercased() })
        case .visibility: .visibility(try each { PostVisibility(rawValue: $0.text.lowercased()) })
        case .local: .flag(.local, try flag())
        case .sensitive: .flag(.sensitive, try flag())
        case .reply: .flag(.reply, try flag())
        case .boost: .flag(.boost, try flag())
        case .reported: .flag(.reported, try flag())
        case .created: .moment(.created, try moments())
        case .account: .account(try patterns(without: "@"))
        case .domain: .domain(try domains())
        case .accountCreated: .moment(.accountCreated, try moments())
        case .accountPosts: .number(.accountPosts, try counts())
        case .accountFollowers: .number(.accountFollowers, try counts())
        }
    }
}
