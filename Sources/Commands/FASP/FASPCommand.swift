import ArgumentParser

/// `mastoctl fasp`.
struct FASPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fasp",
        abstract: "Work with services that help to find people.",
        subcommands: [
            Confirm.self,
            Disable.self,
            Enable.self,
            List.self,
        ])
}
