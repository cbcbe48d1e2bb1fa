import ArgumentParser

/// `mastoctl media`.
struct MediaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "media", abstract: "Find out about stored media, and prune them.",
        subcommands: [
            Remove.self, RemoveOrphans.self, RestoreQuarantine.self, Usage.self, Lookup.self, Verify.self, Refresh.self,
        ])
}
