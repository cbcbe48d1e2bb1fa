import ArgumentParser

/// `mastoctl instance`: what the instance is, and what a month brought it.
struct InstanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instance", abstract: "Tell how big the instance is and how its services do.",
        discussion: """
            Without a further word this is `instance show`.

            Examples:
              mastoctl instance
              mastoctl instance report --month 2026-10
            """,
        subcommands: [Show.self, Report.self], defaultSubcommand: Show.self)
}
