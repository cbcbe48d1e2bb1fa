import ArgumentParser
import Configuration
import Model
import Operations
import Presentation
import Stores

extension CanonicalEmailBlocksCommand {
    /// `mastoctl canonical-email-blocks find`: tell whether addresses are blocked.
    struct Find: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell whether e-mail addresses are blocked.",
            discussion: """
                Any spelling of an address finds its block. The status is 0 either way.

                Examples:
                  mastoctl canonical-email-blocks find user@mail.example
                  mastoctl canonical-email-blocks find a@mail.example b@mail.example --format json
                """)

        @Argument(help: ArgumentHelp("An e-mail address or a hash.", valueName: "email"))
        var emails: [String] = []

        @OptionGroup var items: ItemOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws { try items.require(emails, "e-mail address") }

        func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> CanonicalEmailFindings {
            let read = try ReadItems(try items.all(emails), as: "an e-mail address or a hash") { word in
                EmailHash(word).map { (word, $0) }
            }
            for refused in read.refused { site.warnings.warn("\(refused.item) \(refused.reason)") }
            let hashes = read.values.map(\.1)
            let blocks = try await site.database.read { try await CanonicalEmailBlocks().all(hashes, over: $0) }
            let byHash = Dictionary(blocks.map { ($0.hash, $0) }) { first, _ in first }
            return CanonicalEmailFindings(
                read.values.map { word, hash in
                    CanonicalEmailFinding(email: word, hash: hash.text, block: byHash[hash.text])
                })
        }
    }
}
