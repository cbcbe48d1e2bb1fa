import ArgumentParser

/// `mastoctl reports`.
struct ReportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: "Find the reports people made, and deal with them.",
        subcommands: [
            Assign.self,
            List.self,
            Reopen.self,
            Resolve.self,
            Show.self,
            Unassign.self,
        ])
}
