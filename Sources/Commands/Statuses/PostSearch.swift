import ArgumentParser
import Faults
import Model
import Operations

/// `--where`: the posts a query means.
struct PostSearch: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "The posts of which all of this is true: 'link:spam.example created:<2h'.", valueName: "query"))
    var query: String?

    func validate() throws {
        do {
            _ = try posts()
        } catch {
            throw ValidationError("--where: \(error.message)")
        }
        if let query, query.allSatisfy(\.isWhitespace) {
            throw ValidationError("--where is empty and would mean every post")
        }
    }

    /// What the query says; nil without one.
    ///
    /// - Throws: `Fault(.usage)`.
    func posts() throws(Fault) -> PostQuery? {
        guard let query else { return nil }
        do {
            return try PostQuery(parsing: query)
        } catch {
            throw Fault(.usage, error.text)
        }
    }
}

/// The posts a command is about: named, or meant by a query.
struct PostTargets: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Posts: ids, or their addresses such as https://example.org/@bob/116.", valueName: "post"))
    var posts: [String] = []

    @OptionGroup(title: "Selection")
    var others: OtherPosts

    func validate() throws {
        if posts.isEmpty, others.items.from == nil, others.search.query == nil {
            throw ValidationError("say which posts: by id or address, with --from or with --where")
        }
    }

    /// Reads the file, when there is one.
    func selection() throws -> PostSelection {
        PostSelection(words: try others.items.all(posts), query: try others.search.posts())
    }
}

/// Posts beside those named on the command line.
struct OtherPosts: ParsableArguments {
    @OptionGroup var items: ItemOptions
    @OptionGroup var search: PostSearch
}
