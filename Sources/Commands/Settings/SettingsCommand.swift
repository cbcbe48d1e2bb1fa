import ArgumentParser

/// `mastoctl settings`.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "Change settings of the server.",
        subcommands: [
            Registrations.self
        ])
}
