import ArgumentParser

/// `mastoctl domain-blocks`.
struct DomainBlocksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domain-blocks", abstract: "Block other servers, singly or by reviewed lists.",
        subcommands: [
            Add.self,
            Drift.self,
            Export.self,
            Import.self,
            List.self,
            Plan.self,
            Remove.self,
            Repair.self,
            Show.self,
            Sync.self,
            Update.self,
        ])
}
