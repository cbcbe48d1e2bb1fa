import ArgumentParser

/// `mastoctl upgrade`.
struct UpgradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade", abstract: "Look ahead to the next release; move old files.",
        subcommands: [Check.self, StorageSchema.self])
}
