import ArgumentParser

/// `mastoctl settings`.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "Read and change settings of the server.",
        subcommands: [
            Get.self,
            List.self,
            Registrations.self,
            Set.self,
        ])
}
