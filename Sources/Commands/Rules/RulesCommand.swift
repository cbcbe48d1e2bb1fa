import ArgumentParser

/// `mastoctl rules`.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Say what holds here.",
        subcommands: [
            Add.self,
            Change.self,
            List.self,
            Remove.self,
        ])
}
