import ArgumentParser

/// `mastoctl preview-cards`.
struct PreviewCardsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview-cards", abstract: "Prune the pictures of link previews.", subcommands: [Remove.self])
}
