import ArgumentParser

/// `mastoctl self-destruct`: close a server so that others forget it.
struct SelfDestructCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "self-destruct", abstract: "Close a server so that all others forget it.",
        discussion: """
            Without a further word it asks for the domain and for a yes, and tells the line that closes the server when \
            its processes find it in their environment; once they have, it tells how far they are.

            Examples:
              mastoctl self-destruct
              mastoctl self-destruct status
              mastoctl self-destruct servers --state retrying
            """,
        subcommands: [Begin.self, Servers.self, Status.self], defaultSubcommand: Begin.self)
}
