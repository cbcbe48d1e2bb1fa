import ArgumentParser

/// `mastoctl tags`.
struct TagsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags",
        abstract: "Decide about hashtags.",
        subcommands: [
            List.self,
            Listable.self,
            Trendable.self,
            Usable.self,
        ])
}
