import ArgumentParser

/// `mastoctl cache`.
struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache", abstract: "Drop what is cached, and correct counters.",
        subcommands: [Clear.self, Recount.self])
}
