import ArgumentParser

/// `mastoctl username-blocks`.
struct UsernameBlocksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "username-blocks",
        abstract: "Say which user names nobody may take.",
        subcommands: [
            Add.self,
            Import.self,
            List.self,
            Remove.self,
        ])
}
