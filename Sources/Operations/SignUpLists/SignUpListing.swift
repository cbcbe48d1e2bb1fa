import Model
import Stores

/// Asks for the IP blocks that fit.
package struct IPBlockListing: Question {
    private let filter: IPBlockFilter
    private let byAddress: Bool
    private let command: String

    /// - Parameters:
    ///   - command: the words that list them.
    ///   - byAddress: in the order of the addresses, or as they came.
    package init(_ filter: IPBlockFilter, byAddress: Bool = true, by command: String) {
        self.filter = filter
        self.byAddress = byAddress
        self.command = command
    }

    package func answer(at site: Site<ReadOnly>) async throws -> SignUpBlocks<IPBlock> {
        let blocks = try await site.database.read { try await IPBlocks().all(filter, byAddress: byAddress, over: $0) }
        return SignUpBlocks(blocks, by: command)
    }
}

/// Asks for blocked e-mail domains.
package struct EmailDomainListing: Question {
    private let withApproval: Bool?
    private let command: String

    /// - Parameters:
    ///   - withApproval: only those that let people in with approval, or only those that do not; nil for both.
    ///   - command: the words that list them.
    package init(withApproval: Bool?, by command: String) {
        self.withApproval = withApproval
        self.command = command
    }

    /// - Throws: `Fault(.configuration)` when approval is asked about and the release knows none.
    package func answer(at site: Site<ReadOnly>) async throws -> SignUpBlocks<EmailDomainBlock> {
        let schema = site.instance.schema
        let blocks = try await site.database.read {
            try await EmailDomainBlocks().all(withApproval: withApproval, schema, over: $0)
        }
        return SignUpBlocks(blocks, by: command)
    }
}

/// Asks for the hashes of blocked e-mail addresses.
package struct CanonicalEmailListing: Question {
    package init() {}

    package func answer(at site: Site<ReadOnly>) async throws -> SignUpBlocks<CanonicalEmailBlock> {
        let blocks = try await site.database.read { try await CanonicalEmailBlocks().all(over: $0) }
        return SignUpBlocks(blocks, by: "canonical-email-blocks list")
    }
}

/// Asks for blocked user names.
package struct UsernameListing: Question {
    package init() {}

    /// - Throws: `Fault(.configuration)` on releases without such a list.
    package func answer(at site: Site<ReadOnly>) async throws -> SignUpBlocks<UsernameBlock> {
        let schema = site.instance.schema
        let blocks = try await site.database.read { try await UsernameBlocks().all(schema, over: $0) }
        return SignUpBlocks(blocks, by: "username-blocks list")
    }
}

/// Asks whether e-mail addresses are blocked.
package struct CanonicalEmailInquiry: Question {
    private let read: ReadItems<(word: String, hash: EmailHash)>

    /// - Parameter words: addresses or hashes.
    /// - Throws: `Fault(.badData)` when no word is either.
    package init(_ words: [String]) throws {
        read = try ReadItems(words, as: EmailHash.words) { word in EmailHash(word).map { (word, $0) } }
    }

    package func answer(at site: Site<ReadOnly>) async throws -> [CanonicalEmailFinding] {
        for refused in read.refused { site.warnings.warn("\(refused.item) \(refused.reason)") }
        let hashes = read.values.map(\.hash)
        let blocks = try await site.database.read { try await CanonicalEmailBlocks().all(hashes, over: $0) }
        let byHash = Dictionary(blocks.map { ($0.hash, $0) }) { first, _ in first }
        return read.values.map { word, hash in
            CanonicalEmailFinding(email: word, hash: hash.text, block: byHash[hash.text])
        }
    }
}
