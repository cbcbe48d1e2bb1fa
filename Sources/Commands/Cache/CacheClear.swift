import ArgumentParser
import Configuration
import Operations

extension CacheCommand {
    /// `mastoctl cache clear`: drop everything the server keeps in its cache.
    struct Clear: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Drop everything the server keeps in its cache.",
            discussion: """
                Rendered posts, settings, blocked addresses and what else the server keeps for a while in Redis; it makes \
                all of that anew when it is asked for. Feeds, jobs and sign-ins are no cache and stay.

                The keys are found by a walk and unlinked a thousand at a time, so that Redis goes on answering.

                Lanes: direct.

                Examples:
                  mastoctl cache clear
                  mastoctl cache clear --dry-run
                """)

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) -> CacheClearing { CacheClearing() }
    }
}
