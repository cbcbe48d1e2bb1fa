import ArgumentParser

/// `mastoctl support`: what somebody who is called for help needs to know of a server.
struct SupportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "support", abstract: "Gather what a helper needs, without secrets.",
        subcommands: [Bundle.self, Show.self, Compare.self])
}
