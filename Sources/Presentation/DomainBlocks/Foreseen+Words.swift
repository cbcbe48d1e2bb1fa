import Model
import Operations

extension Foreseen {
    /// The lines a person reads before consent.
    package var words: [String] {
        switch self {
        case .effect(let effect, let isSuspension): effect.words(isSuspension: isSuspension)
        case .toll(let toll, let domains, let isSuspension): [toll.words(of: domains, isSuspension: isSuspension)]
        case .suspensions(let toll, let domains):
            ["to be suspended: \(toll.words(of: domains, isSuspension: true))"]
        }
    }
}

extension BlockEffect {
    fileprivate func words(isSuspension: Bool) -> [String] {
        let more = isCapped ? " or more" : ""
        var lines = [
            "\(domain): \(Noun.counted(accounts, "accounts")), \(Noun.counted(posts, "posts")), \(media) media (\(ByteCount(bytes)))\(more)"
        ]
        if isSuspension, following + followers > 0 {
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
    fileprivate func words(of domains: Int, isSuspension: Bool) -> String {
        let loss =
            " and \(Noun.counted(people, "people")) here \(Noun.agreeing(people, "lose")) "
            + BlockEffect.ties(following, followers)
        return "\(Noun.counted(domains, "domains")) together: \(Noun.counted(accounts, "accounts"))"
            + (isSuspension ? loss : "")
    }
}
