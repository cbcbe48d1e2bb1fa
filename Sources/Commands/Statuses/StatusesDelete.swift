import ArgumentParser
import Model
import Operations

extension StatusesCommand {
    /// `mastoctl statuses delete`: delete posts, as a moderator.
    struct Delete: PostActionCommand {
        static let action = PostAction.delete
        static let configuration = CommandConfiguration(
            abstract: "Delete posts, as a moderator.",
            discussion: """
                Nobody sees the posts any more from this moment on. The server's own workers take them out of feeds, tell \
                other servers, and delete them; what a local user wrote is kept hidden for an appeal for 30 days, as \
                the server does. Remote posts are not fetched again. How many are not for everybody is told.

                Each author gets one strike that names the posts, and is told by mail and by a notification unless \
                --no-notify. A report given by --report-id is resolved; without one, a report by the moderator is made \
                and resolved on Mastodon 4.6 and newer, as its pages do. The log names every post.

                The query of --where is that of `statuses list`.

                Lanes: jobs.

                Examples:
                  mastoctl statuses delete https://example.org/@bob/116000000000000001 --text "Spam."
                  mastoctl statuses delete --where 'link:spam.example created:<2h' --dry-run --verbose
                  mastoctl statuses delete --where 'link:spam.example created:<2h' --plan-out plan.json
                  mastoctl statuses similar 116000000000000001 --format ids | mastoctl statuses delete --from -
                """)

        @OptionGroup
        var acting: PostActionOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions
    }
}
