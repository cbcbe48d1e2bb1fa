import Model
import Stores

extension BlockEffect {
    /// What is told before consent.
    func words(suspending: Bool) -> [String] {
        let more = isCapped ? " or more" : ""
        var lines = [
            "\(domain): \(Noun.counted(accounts, "accounts")), \(Noun.counted(posts, "posts")), \(media) media (\(ByteCount(bytes)))\(more)"
        ]
        if suspending, following + followers > 0 {
            lines.append(
                "\(domain): \(Noun.counted(peopleCount, "people")) here \(Noun.agreeing(peopleCount, "lose")) "
                    + Self.ties(following, followers))
            lines += people.map { "  \($0.name) loses \(Self.ties($0.following, $0.followers))" }
            if peopleCount > people.count {
                lines.append("  and \(Noun.counted(peopleCount - people.count, "more people"))")
            }
        }
        return lines
    }

    /// `2 followed accounts and 1 follower`.
    fileprivate static func ties(_ following: Int, _ followers: Int) -> String {
        "\(Noun.counted(following, "followed accounts")) and \(Noun.counted(followers, "followers"))"
    }
}

extension BlockToll {
    /// What is told before consent of many domains together.
    func words(of count: Int, suspending: Bool = true) -> String {
        let loss =
            " and \(Noun.counted(people, "people")) here \(Noun.agreeing(people, "lose")) "
            + BlockEffect.ties(following, followers)
        return "\(Noun.counted(count, "domains")) together: \(Noun.counted(accounts, "accounts"))"
            + (suspending ? loss : "")
    }

    /// The words for domains to be suspended; none when nothing is lost, or when there are too many to ask.
    static func words(suspending domains: [String], at site: Site<ReadOnly>) async throws -> [String] {
        guard !domains.isEmpty, domains.count <= most else { return [] }
        let toll = try await site.database.read { try await $0.domainBlocks.toll(of: domains) }
        return toll.accounts == 0 ? [] : ["to be suspended: " + toll.words(of: domains.count)]
    }

    /// Domains asked about in one statement.
    static let most = 20_000
}

extension BlockChange {
    /// Whether accounts are deleted by it.
    var suspends: Bool {
        switch self {
        case .add(let entry): entry.rule.severity == .suspend
        case .amend(_, let amendment): amendment.severity == .suspend
        case .remove: false
        }
    }
}
