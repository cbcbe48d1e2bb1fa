import ArgumentParser
import Configuration
import Model
import Operations

extension EmojiCommand {
    /// `mastoctl emoji list`: the custom emoji.
    struct List: ListingCommand {
        typealias Row = EmojiRow

        static let configuration = CommandConfiguration(
            abstract: "List custom emoji.",
            discussion: """
                Those of this server and those that came with posts of others, in the order they became known. Told as \
                they are read, however many there are.

                Examples:
                  mastoctl emoji list --local
                  mastoctl emoji list --domain example.org --match cat
                  mastoctl emoji list --local --category animals --format tsv
                """)

        @OptionGroup(title: "Selection")
        var search: EmojiSearch

        @Option(help: ArgumentHelp("List this many at most.", valueName: "n"))
        var limit: Int?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let limit, limit < 0 { throw ValidationError("--limit must be zero or more") }
        }

        func question(_ configuration: Configuration) -> EmojiInquiry {
            EmojiInquiry(search.selection, limit: limit)
        }
    }
}

/// Which emoji are meant.
struct EmojiSearch: ParsableArguments {
    @Flag(help: "Only those of this server.")
    var local = false

    @Flag(help: "Only those of other servers.")
    var remote = false

    @Option(help: ArgumentHelp("Only of this server and those below it; may be given again.", valueName: "domain"))
    var domain: [String] = []

    @Option(help: ArgumentHelp("Only of this category.", valueName: "name"))
    var category: String?

    @Option(help: ArgumentHelp("Only names that hold this.", valueName: "text"))
    var match: String?

    func validate() throws {
        if local, remote { throw ValidationError("--local and --remote exclude each other") }
        if domain.contains(where: { DomainName.normalized($0).isEmpty }) { throw ValidationError("--domain is empty") }
    }

    var selection: EmojiSelection {
        EmojiSelection(
            local ? .local : remote ? .remote : .everywhere, domains: domain.map { DomainName.normalized($0) },
            category: category, match: match)
    }
}
