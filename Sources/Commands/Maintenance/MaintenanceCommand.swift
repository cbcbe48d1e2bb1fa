import ArgumentParser

/// `mastoctl maintenance`.
struct MaintenanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maintenance", abstract: "Mend the database itself.",
        subcommands: [Indexes.self, FixDuplicates.self])
}
