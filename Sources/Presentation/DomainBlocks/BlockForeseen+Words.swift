import Model
import Operations

extension BlockForeseen {
    /// The lines a person reads.
    var words: [String] {
        switch self {
        case .effect(let effect, let isSuspension): effect.words(isSuspension: isSuspension)
        case .toll(let toll, let domains, let isSuspension): [toll.words(of: domains, isSuspension: isSuspension)]
        case .suspensions(let toll, let domains):
            ["to be suspended: \(toll.words(of: domains, isSuspension: true))"]
        case .half(let domain, let severity, let untouched, let holding, let stray):
            ["\(domain): " + severity.undone(untouched, holding, stray).joined(separator: ", ")]
        case .left(let handle, let isSilenced, let isSuspended):
            [
                "\(handle) is "
                    + ((isSilenced ? ["silenced"] : []) + (isSuspended ? ["suspended"] : [])).joined(separator: " and ")
                    + " by no block"
            ]
        case .leftTogether(let count, let names):
            [
                Noun.counted(count, "accounts", "are limited")
                    + " though no block, strike or log entry says why: " + names.joined(separator: ", ")
            ]
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

extension BlockSeverity {
    /// What a block has left to do: accounts that are not limited, that hold what they should not, and that bear what an
    /// earlier severity did.
    fileprivate func undone(_ untouched: Int, _ holding: Int, _ stray: Int) -> [String] {
        var parts: [String] = []
        let isSuspension = self == .suspend
        if untouched > 0 { parts.append("\(untouched) accounts are not \(isSuspension ? "suspended" : "silenced")") }
        if holding > 0 {
            parts.append("\(holding) accounts still hold " + (isSuspension ? "follows, posts or files" : "files"))
        }
        if stray > 0 { parts.append("\(stray) accounts bear an earlier severity") }
        return parts
    }
}
