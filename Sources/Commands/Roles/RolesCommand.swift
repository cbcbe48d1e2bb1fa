import ArgumentParser

/// `mastoctl roles`.
struct RolesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles",
        abstract: "Say who may do what.",
        subcommands: [
            List.self
        ])
}
