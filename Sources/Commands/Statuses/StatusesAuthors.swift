import ArgumentParser
import Model
import Operations

extension StatusesCommand {
    /// `mastoctl statuses authors`: who wrote the posts that a query means.
    struct Authors: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List who wrote the posts that a query means, who wrote most of them first.",
            discussion: """
                The query is that of `statuses list`. With --format ids the names go to other commands.

                Examples:
                  mastoctl statuses authors --where 'link:spam.example created:<2h'
                  mastoctl statuses authors --where 'link:spam.example created:<2h' --format ids \
                    | mastoctl accounts suspend --from - --text spam
                """)

        @OptionGroup
        var search: PostSearch

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if search.query == nil { throw ValidationError("say which posts with --where") }
        }

        func question() throws -> RecordQuestion<PostAuthorList> {
            RecordQuestion(PostAuthorList(try search.posts() ?? PostQuery()))
        }
    }
}
