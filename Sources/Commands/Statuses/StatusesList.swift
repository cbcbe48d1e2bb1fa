import ArgumentParser
import Configuration
import Model
import Operations

extension StatusesCommand {
    /// `mastoctl statuses list`: find posts.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List posts, the newest first.",
            discussion: """
                A query has terms with blanks between, which must all hold; of values with commas between one is enough, and - \
                before a term turns it round. The keys are id, text, warning, link, tag, mentions, media, media-hash, \
                language, visibility, local, sensitive, reply, boost, reported, created, account, domain, \
                account.created, account.posts and account.followers. ~ before a text looks for it anywhere; a date or \
                an age takes > and <, a number these and a..b. A bound such as created:<2h keeps the search short: \
                without one every post is looked at.

                What not everybody may read is told without its text, unless --private.

                Examples:
                  mastoctl statuses list --where 'link:spam.example created:<2h'
                  mastoctl statuses list --where 'text:~"free money" mentions:>3 account.created:<1d' --format jsonl
                  mastoctl statuses list --where 'account:alice media:>0' --limit 20
                """)

        @OptionGroup
        var search: PostSearch

        @Flag(name: .customLong("private"), help: "Tell the text also of posts that not everybody may read.")
        var showsPrivate = false

        @Option(help: ArgumentHelp("List this many at most.", valueName: "n"))
        var limit: Int?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let limit, limit < 0 { throw ValidationError("--limit must be zero or more") }
        }

        func question() throws -> RecordQuestion<PostList> {
            RecordQuestion(PostList(try search.posts() ?? PostQuery(), showsPrivate: showsPrivate, limit: limit))
        }
    }
}
