import ArgumentParser

/// `mastoctl relays`.
struct RelaysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relays",
        abstract: "Exchange public posts by relays.",
        subcommands: [
            Add.self,
            Disable.self,
            Enable.self,
            List.self,
            Remove.self,
        ])
}
