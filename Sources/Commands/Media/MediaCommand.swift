import ArgumentParser

/// `mastoctl media`.
struct MediaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "media", abstract: "Find out about stored media, prune and move them.",
        subcommands: [
            Remove.self, RemoveOrphans.self, RestoreQuarantine.self, Usage.self, List.self, Lookup.self, Verify.self,
            Refresh.self, Move.self, ACL.self,
        ])
}
