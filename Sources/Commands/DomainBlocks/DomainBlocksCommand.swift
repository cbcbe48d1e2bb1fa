import ArgumentParser

/// `mastoctl domain-blocks`.
struct DomainBlocksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domain-blocks", abstract: "Blocks of other servers, one by one and as reviewed lists.",
        subcommands: [
            Add.self,
            Export.self,
            List.self,
            Remove.self,
            Show.self,
            Update.self,
        ])
}
