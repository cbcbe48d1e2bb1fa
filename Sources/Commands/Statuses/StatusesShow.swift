import ArgumentParser
import Configuration
import Model
import Operations

extension StatusesCommand {
    /// `mastoctl statuses show`: one post.
    struct Show: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a post.",
            discussion: """
                By its id or its address, as people see it or as servers do. What not everybody may read is told without \
                its text, unless --private.

                Examples:
                  mastoctl statuses show https://example.org/@bob/116000000000000001
                  mastoctl statuses show 116000000000000001 --format json
                """)

        @Argument(help: "Its id or address.")
        var post: String

        @Flag(name: .customLong("private"), help: "Tell the text also of a post that not everybody may read.")
        var showsPrivate = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<ShownPost> {
            RecordQuestion(ShownPost(post, showsPrivate: showsPrivate))
        }
    }
}
