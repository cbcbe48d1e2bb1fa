import ArgumentParser

/// The root of the command tree.
struct MastoctlCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mastoctl",
        abstract: "Operate a Mastodon server from outside Rails.",
        version: Version.number,
        subcommands: [
            AccountsCommand.self,
            ApplyCommand.self,
            AuditCommand.self,
            DomainAllowsCommand.self,
            DomainBlocksCommand.self,
            DomainsCommand.self,
            CanonicalEmailBlocksCommand.self,
            EmailDomainBlocksCommand.self,
            IPBlocksCommand.self,
            UsernameBlocksCommand.self,
            MediaCommand.self,
            PreviewCardsCommand.self,
            PruneCommand.self,
            ReportsCommand.self,
            ConfigCommand.self,
            SandboxCommand.self,
            InstanceCommand.self,
            LoginCommand.self,
            LogoutCommand.self,
            DoctorCommand.self,
            VersionCommand.self,
        ])
}
