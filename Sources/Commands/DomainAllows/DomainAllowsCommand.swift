import ArgumentParser

/// `mastoctl domain-allows`.
struct DomainAllowsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domain-allows", abstract: "Domains a server in limited federation mode speaks with.",
        subcommands: [
            Add.self,
            List.self,
            Remove.self,
        ])
}
