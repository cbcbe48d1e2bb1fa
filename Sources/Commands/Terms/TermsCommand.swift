import ArgumentParser

/// `mastoctl terms`.
struct TermsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "Read and publish terms of service.",
        subcommands: [
            List.self,
            Publish.self,
        ])
}
