import Model
import Stores

package typealias CanonicalEmailAddition = SignUpListAddition<CanonicalEmailBlocks>
package typealias CanonicalEmailRemoval = SignUpListRemoval<CanonicalEmailBlocks>
package typealias EmailDomainAddition = SignUpListAddition<EmailDomainBlocks>
package typealias EmailDomainRemoval = SignUpListRemoval<EmailDomainBlocks>
package typealias IPAddition = SignUpListAddition<IPBlocks>
package typealias IPRemoval = SignUpListRemoval<IPBlocks>
package typealias UsernameAddition = SignUpListAddition<UsernameBlocks>
package typealias UsernameRemoval = SignUpListRemoval<UsernameBlocks>

extension EmailDomainBlocks {
    /// Blocks come with those of the domains' mail servers, unless nobody is to be asked for them.
    package static func with(mailServersFrom resolver: MailResolver?) -> EmailDomainBlocks {
        EmailDomainBlocks(resolvingWith: resolver?.servers)
    }
}

extension IPBlocks {
    /// A range names the blocks around it, or else those within it.
    package static func reaching(around isAround: Bool) -> IPBlocks { IPBlocks(reach: isAround ? .around : .within) }
}

extension SignUpListAddition where List == CanonicalEmailBlocks {
    /// - Parameter words: addresses or hashes.
    /// - Throws: `Fault(.badData)` when no word is either.
    package init(_ name: String, emails words: [String], auditing: Auditing, lane: Lane) throws {
        let read = try ReadItems(words, as: EmailHash.words, EmailHash.init)
        self.init(name, read.values, refused: read.refused, auditing: auditing, lane: lane)
    }
}

extension SignUpListRemoval where List == CanonicalEmailBlocks {
    /// - Parameter words: addresses or hashes.
    /// - Throws: `Fault(.badData)` when no word is either.
    package init(_ name: String, emails words: [String], auditing: Auditing, lane: Lane) throws {
        let read = try ReadItems(words, as: EmailHash.words, EmailHash.init)
        self.init(name, read.values, refused: read.refused, auditing: auditing, lane: lane)
    }
}

extension EmailHash {
    /// What somebody names one by.
    static var words: String { "an e-mail address or a hash" }
}
