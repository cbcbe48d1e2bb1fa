import ArgumentParser

/// `mastoctl config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show, check and write the configuration.",
        subcommands: [Show.self, Check.self, Init.self])
}
