import ArgumentParser

/// `mastoctl feeds`.
struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds", abstract: "Build, clear and tidy home and list feeds.",
        subcommands: [Build.self, Clear.self, Vacuum.self])
}
