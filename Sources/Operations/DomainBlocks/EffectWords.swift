import Model
import Stores

extension BlockEffect {
    /// What is told before consent.
    func words(suspending: Bool) -> [String] {
        let more = isCapped ? " or more" : ""
        var lines = [
            "\(domain): \(accounts) accounts, \(posts) posts, \(media) media (\(ByteCount(bytes)))\(more)"
        ]
        if suspending, following + followers > 0 {
            lines.append(
                "\(domain): \(peopleCount) people here lose \(following) followed accounts and \(followers) followers")
            lines += people.map { "  \($0.name) loses \($0.following) followed accounts and \($0.followers) followers" }
            if peopleCount > people.count { lines.append("  and \(peopleCount - people.count) more people") }
        }
        return lines
    }
}

extension BlockToll {
    /// What is told before consent of many domains together.
    func words(of count: Int, suspending: Bool = true) -> String {
        let loss = " and \(people) people here lose \(following) followed accounts and \(followers) followers"
        return "\(count) domains together: \(accounts) accounts" + (suspending ? loss : "")
    }

    /// The words for domains to be suspended; none when nothing is lost, or when there are too many to ask.
    static func words(suspending domains: [String], at site: Site<ReadOnly>) async throws -> [String] {
        guard !domains.isEmpty, domains.count <= most else { return [] }
        let toll = try await site.database.read { try await DomainBlocks.toll(of: domains, over: $0) }
        return toll.accounts == 0 ? [] : ["suspended are " + toll.words(of: domains.count)]
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
