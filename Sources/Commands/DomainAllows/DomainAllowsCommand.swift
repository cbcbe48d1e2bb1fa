import ArgumentParser

/// `mastoctl domain-allows`.
struct DomainAllowsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domain-allows", abstract: "Say with whom limited federation mode speaks.",
        subcommands: [
            Add.self,
            List.self,
            Remove.self,
        ])
}
