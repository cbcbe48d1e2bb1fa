import ArgumentParser

/// `mastoctl canonical-email-blocks`.
struct CanonicalEmailBlocksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canonical-email-blocks",
        abstract: "Say which e-mail addresses may not sign up again.",
        subcommands: [
            Add.self,
            Find.self,
            List.self,
            Remove.self,
        ])
}
