import ArgumentParser
import Configuration
import Model
import Presentation
import Stores

extension UsernameBlocksCommand {
    /// `mastoctl username-blocks list`: list blocked user names.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List blocked user names.",
            discussion: """
                Needs Mastodon 4.5 or newer.

                Examples:
                  mastoctl username-blocks list
                  mastoctl username-blocks list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func answer(
            from site: Site<ReadOnly>, _ configuration: Configuration
        ) async throws -> BlockListing<UsernameBlock> {
            let schema = site.instance.schema
            let blocks = try await site.database.read { try await UsernameBlocks().all(schema, over: $0) }
            return BlockListing(blocks, by: "username-blocks list")
        }
    }
}
