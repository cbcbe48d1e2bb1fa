/// A picture of a profile.
struct ProfilePicture: Sendable {
    var name: String
    var kind: SampleFile
    var size: Int
    /// `nil`, 0 or 1.
    var version: Int?
    var isCached: Bool
    var contentType: String { kind == .jpeg ? "image/jpeg" : "image/\(kind.rawValue)" }
}

/// One account. Numbers below `localAccounts` are of this server.
struct Person: Sendable {
    var index: Int
    var id: Int
    var username: String
    /// Nil for this server's.
    var domain: String?
    var created: Instant
    var avatar: ProfilePicture?
    var header: ProfilePicture?
}

extension Population {
    var accountCount: Int { counts.localAccounts + counts.remoteAccounts }

    func isLocalAccount(_ index: Int) -> Bool { index < counts.localAccounts }

    /// The domain of the `index`-th remote server.
    func domain(_ index: Int) -> String {
        switch index {
        case 0: "big.example"
        case 1: "xn--mnchen-3ya.example"
        case 2: "sub.big.example"
        default: "social\(index).example"
        }
    }

    /// The server a remote account lives on; the first ones have most of the people.
    func domain(ofAccount index: Int) -> String {
        let share = fraction(.domain, index)
        return domain(min(Int(share * share * Double(counts.domains)), counts.domains - 1))
    }

    /// Local accounts that may have written something; the others are new.
    var localAuthors: Int { counts.localAccounts - counts.localAccounts / 10 }

    func accountCreated(_ index: Int) -> Instant {
        let isLocal = isLocalAccount(index)
        let instant: Instant
        if isLocal, index >= localAuthors {
            instant = now.before(days: Double(counts.localAccounts - index) * 1.5 - fraction(.age, index))
        } else {
            // The newest is older than the oldest post, so that nobody posts before being there.
            let count = isLocal ? localAuthors : counts.remoteAccounts
            let at = isLocal ? index : index - counts.localAccounts
            let share = (Double(at) + fraction(.age, index)) / Double(count)
            instant = now.before(days: ages.upperBound + 400 - 395 * share)
        }
        // Odd and even, so that no local id equals a remote one.
        return Instant(milliseconds: instant.milliseconds & ~1 | (isLocal ? 0 : 1))
    }

    /// The first ones have ids from before the server's ids carried their time.
    func accountID(_ index: Int) -> Int {
        if isLocalAccount(index) {
            if index <= counts.localAccounts / 10 { return 2 * index + 1 }
        } else if index - counts.localAccounts <= counts.remoteAccounts / 20 {
            return 2 * (index - counts.localAccounts) + 2
        }
        return Self.snowflake(accountCreated(index), index)
    }

    func username(_ index: Int) -> String {
        let words = Words.people
        if isLocalAccount(index) {
            return words[index % words.count] + (index < words.count ? "" : "\(index / words.count)")
        }
        return words[pick(.account, index, below: words.count)] + "_\(index - counts.localAccounts)"
    }

    func person(_ index: Int) -> Person {
        let isLocal = isLocalAccount(index)
        return Person(
            index: index, id: accountID(index), username: username(index),
            domain: isLocal ? nil : domain(ofAccount: index), created: accountCreated(index),
            avatar: picture(.avatar, index, likely: 0.8), header: picture(.header, index, likely: 0.6))
    }

    private func picture(_ question: Question, _ index: Int, likely: Double) -> ProfilePicture? {
        guard fraction(question, index) < likely else { return nil }
        let kinds: [SampleFile] = [.png, .jpeg, .jpeg, .gif, .webp, .png, .jpeg]
        let kind = kinds[pick(question, index, below: kinds.count, salt: 1)]
        let isLocal = isLocalAccount(index)
        return ProfilePicture(
            name: hexName(question, index, salt: 2) + "." + (kind == .jpeg ? "jpg" : kind.rawValue), kind: kind,
            size: fileSize(kind, question, index, upTo: 12_000), version: storageVersion(question, index),
            isCached: isLocal || fraction(question, index, salt: 3) < cachedShare + 0.1)
    }

    /// 1 for most, 0 and nothing for what is older than the prefix `cache/`.
    func storageVersion(_ question: Question, _ index: Int) -> Int? {
        if hasPicturesOnly { return 1 }
        return switch pick(question, index, below: 100, salt: 4) {
        case 0..<6: nil
        case 6..<14: 0
        default: 1
        }
    }

    func fileSize(_ kind: SampleFile, _ question: Question, _ index: Int, upTo limit: Int) -> Int {
        let share = fraction(question, index, salt: 5)
        return max(kind.smallest, 64) + Int(share * share * Double(hasVariedSizes ? limit : 200))
    }

    /// The domain whose block silences it, or nil.
    func isSilenced(_ index: Int) -> Bool {
        isLocalAccount(index) ? index % 31 == 17 : domain(ofAccount: index) == "social4.example"
    }

    func isSuspended(_ index: Int) -> Bool {
        isLocalAccount(index) ? index % 29 == 13 : domain(ofAccount: index) == "social5.example"
    }

    /// When the domain block of `social4.example` and `social5.example` was made.
    var blockMoment: Instant { now.before(days: 50.5) }
}

/// Words to make names and posts of.
enum Words {
    static let people = [
        "owner", "moddy", "admin", "alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy",
        "mallory", "niaj", "olivia", "peggy", "quentin", "rupert", "sybil", "trent", "ursula", "victor", "walter",
        "xenia", "yasmin", "zoe", "akira", "bjorn", "chiara", "dmitri", "esi", "farah", "goran", "hana", "ines",
        "jonas", "kofi", "leila", "mats", "nadia", "oskar", "paula",
    ]
    static let text = [
        "today", "the", "cat", "found", "a", "new", "place", "behind", "old", "server", "and", "nobody", "knows", "why",
        "rain", "again", "but", "coffee", "helps", "reading", "about", "storage", "costs", "this", "month", "bird",
        "photo", "from", "morning", "walk", "with", "friends", "we", "talked", "long", "into", "night", "music",
    ]
    static let tags = [
        "cats", "photography", "linux", "caturday", "introductions", "music", "nature", "bloomscrolling", "art",
        "selfhosting", "books", "münchen", "gardening", "trains", "monsterdon", "swift",
    ]
    /// Names that try to write to the reader's terminal.
    static let hostile = [
        "\u{1b}[31mred\u{1b}[0m", "bell\u{7}bell", "\u{202e}sdrawkcab", "\u{1b}]0;title\u{7}", "over\u{8}\u{8}write",
        "a\u{200b}b\u{feff}c", "two\nlines\tand a tab", "c1 \u{9b}31m",
    ]
}
