import ArgumentParser

/// `mastoctl invites`.
struct InvitesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invites",
        abstract: "See who invited whom, and end invites.",
        subcommands: [
            Expire.self,
            List.self,
        ])
}
