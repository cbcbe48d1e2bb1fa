import ArgumentParser

extension MediaCommand {
    /// `mastoctl media acl`: who may read stored files, and how they are served.
    struct ACL: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "acl",
            abstract: "Look after how stored files are served.",
            subcommands: [Repair.self])
    }
}
