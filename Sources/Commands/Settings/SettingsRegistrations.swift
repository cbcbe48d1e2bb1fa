import ArgumentParser

extension SettingsCommand {
    /// `mastoctl settings registrations`: who may sign up.
    struct Registrations: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "registrations",
            abstract: "Open or close sign-ups.",
            subcommands: [
                Approved.self,
                Close.self,
                Open.self,
            ])
    }
}
