import ArgumentParser

/// `mastoctl emoji`.
struct EmojiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emoji", abstract: "List, import, export, copy and purge custom emoji.",
        subcommands: [List.self, Import.self, Export.self, Copy.self, Refresh.self, Purge.self])
}
