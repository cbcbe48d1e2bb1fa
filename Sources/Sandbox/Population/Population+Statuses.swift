import Model

/// One post. `index` counts from the oldest.
struct Post: Sendable {
    enum Kind: Sendable {
        case post
        case media
        case poll
        /// The numbers of the posts meant.
        case reply(Int)
        case boost(Int)
        case quote(Int)
    }

    var index: Int
    var id: Int
    var author: Int
    var isLocal: Bool
    var kind: Kind
    var created: Instant
    /// 0 public, 1 unlisted, 2 followers only, 3 direct.
    var visibility: Int

    var isBoost: Bool {
        if case .boost = kind { true } else { false }
    }
    var repliesTo: Int? {
        if case .reply(let parent) = kind { parent } else { nil }
    }
}

extension Population {
    func statusCreated(_ index: Int) -> Instant {
        // Denser towards now. Monotone in the index, so ids are unique and in the order of time.
        let share = 1 - (Double(index) + fraction(.age, index)) / Double(counts.statuses)
        let days = ages.lowerBound + (ages.upperBound - ages.lowerBound) * share * share
        return Instant(milliseconds: now.before(days: days).milliseconds & ~1)
    }

    /// The first twentieth has ids from before ids carried their time.
    func statusID(_ index: Int) -> Int {
        index < counts.statuses / 20 ? index + 1 : Self.snowflake(statusCreated(index), index)
    }

    func statusAuthor(_ index: Int) -> Int {
        if fraction(.author, index) < localShare {
            let share = fraction(.author, index, salt: 1)
            return Int(share * share * Double(localAuthors))
        }
        return counts.localAccounts + pick(.author, index, below: counts.remoteAccounts, salt: 2)
    }

    func post(_ index: Int) -> Post {
        let author = statusAuthor(index)
        let visibility: Int
        switch pick(.visibility, index, below: 100) {
        case 0..<70: visibility = 0
        case 70..<88: visibility = 1
        case 88..<97: visibility = 2
        default: visibility = 3
        }
        let kind = kind(ofStatus: index)
        let isBoost = if case .boost = kind { true } else { false }
        return Post(
            index: index, id: statusID(index), author: author, isLocal: isLocalAccount(author), kind: kind,
            created: statusCreated(index), visibility: isBoost ? 0 : visibility)
    }

    func kind(ofStatus index: Int) -> Post.Kind {
        if mediaGroup(ofStatus: index) != nil { return .media }
        guard index > 8 else { return .post }
        switch pick(.kind, index, below: 100) {
        case 0..<22: return .boost(original(before: index))
        case 22..<50: return .reply(original(before: index))
        case 50..<54: return .poll
        case 54..<58 where release >= .v4_4: return .quote(original(before: index))
        default: return .post
        }
    }

    /// An earlier post that is no boost, more likely a recent one.
    private func original(before index: Int) -> Int {
        let share = fraction(.parent, index)
        var candidate = index - 1 - Int(share * share * share * Double(index - 1))
        while candidate > 8, mediaGroup(ofStatus: candidate) == nil, pick(.kind, candidate, below: 100) < 22 {
            candidate -= 1
        }
        return candidate
    }

    /// The number of the post that began the conversation, plus one: its id.
    func conversation(ofStatus index: Int) -> Int {
        var at = index
        while case .reply(let parent) = kind(ofStatus: at) { at = parent }
        return at + 1
    }

    func isDeleted(_ post: Post) -> Bool {
        if case .post = post.kind { pick(.kind, post.index, below: 150, salt: 3) == 0 } else { false }
    }

    func text(_ question: Question, _ index: Int, words: Int) -> String {
        var parts: [String] = []
        for at in 0..<words { parts.append(Words.text[pick(question, index, below: Words.text.count, salt: 10 + at)]) }
        return parts.joined(separator: " ")
    }

    /// How many people favourited a post, and who.
    func favourites(ofStatus index: Int) -> [Int] {
        guard pick(.favourite, index, below: 4) == 0 else { return [] }
        return people(.favourite, index, 1 + pick(.favourite, index, below: 4, salt: 1))
    }

    /// Some different accounts.
    func people(_ question: Question, _ index: Int, _ wanted: Int) -> [Int] {
        // A step without a common divisor meets everybody once.
        let step = accountCount % 7919 == 0 ? 7907 : 7919
        let first = pick(question, index, below: accountCount, salt: 2)
        return (0..<min(wanted, accountCount)).map { (first + $0 * step) % accountCount }
    }

    func uri(ofAccount index: Int) -> String {
        "https://\(isLocalAccount(index) ? localDomain : domain(ofAccount: index))/users/\(username(index))"
    }

    func uri(of post: Post) -> String {
        uri(ofAccount: post.author) + "/statuses/\(post.id)" + (post.isBoost ? "/activity" : "")
    }
}
