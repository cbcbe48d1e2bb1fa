import ArgumentParser

/// `mastoctl announcements`.
struct AnnouncementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "announcements",
        abstract: "Tell everybody here something.",
        subcommands: [
            Add.self,
            List.self,
            Publish.self,
            Remove.self,
            Unpublish.self,
        ])
}
