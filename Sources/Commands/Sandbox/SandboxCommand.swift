import ArgumentParser

/// `mastoctl sandbox`.
struct SandboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox", abstract: "Run a throw-away instance on this machine.",
        subcommands: [Start.self, Stop.self, Status.self, Env.self])
}

/// Where the sandbox is.
struct SandboxPlace: ParsableArguments {
    @Option(help: ArgumentHelp("The sandbox's directory.", valueName: "directory"), completion: .directory)
    var dir: String?
}
