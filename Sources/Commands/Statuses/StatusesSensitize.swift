import ArgumentParser
import Model
import Operations

extension StatusesCommand {
    /// `mastoctl statuses sensitize`: mark posts as sensitive, as a moderator.
    struct Sensitize: PostActionCommand {
        static let action = PostAction.sensitize
        static let configuration = CommandConfiguration(
            abstract: "Mark posts as sensitive, as a moderator.",
            discussion: """
                Pictures and the like are hidden behind a warning. A local post is edited in the name of the server, which other \
                servers are told of; a remote one is hidden here alone. Posts without media and without a link's \
                picture are left alone.

                Each author gets one strike that names the posts, and is told by mail and by a notification unless \
                --no-notify. A report given by --report-id is resolved; without one, a report by the moderator is made \
                and resolved on Mastodon 4.6 and newer, as its pages do. The log names every post.

                The query of --where is that of `statuses list`.

                Lanes: jobs.

                Examples:
                  mastoctl statuses sensitize 116000000000000001 --report-id 27
                  mastoctl statuses sensitize --where 'account:bob media:>0 created:<7d' --dry-run
                """)

        @OptionGroup
        var acting: PostActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
