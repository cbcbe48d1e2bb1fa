import ArgumentParser

/// `mastoctl media`.
struct MediaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "media", abstract: "Find out about stored media, and prune them.",
<<<<<<< HEAD
        subcommands: [Remove.self, RemoveOrphans.self, Usage.self, Lookup.self, Refresh.self])
=======
        subcommands: [Remove.self, RemoveOrphans.self, RestoreQuarantine.self, Usage.self, Lookup.self, Verify.self])
>>>>>>> main
}
