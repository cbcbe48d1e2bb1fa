import ArgumentParser

extension AccountsCommand {
    /// `mastoctl accounts notes`: what moderators tell each other about accounts.
    struct Notes: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "notes",
            abstract: "Read and write moderators' notes about accounts.",
            subcommands: [
                Add.self,
                List.self,
                Remove.self,
            ])
    }
}
