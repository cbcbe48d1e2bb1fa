import ArgumentParser

/// `mastoctl doctor`: what is wrong with a server, with evidence and what mends it.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Find out what is wrong with a server.",
        discussion: """
            Without a further word a server is examined; `mastoctl doctor examine --help` has the options.

            Examples:
              mastoctl doctor
              mastoctl doctor --fast --format json
              mastoctl doctor explain pg.collation-drift
            """,
        subcommands: [Examine.self, List.self, Explain.self], defaultSubcommand: Examine.self)
}
