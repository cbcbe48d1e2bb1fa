import ArgumentParser

/// The root of the command tree, its commands by who needs them.
struct MastoctlCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mastoctl",
        abstract: "Operate a Mastodon server from outside Rails.",
        version: Version.number,
        groupedSubcommands: [
            CommandGroup(
                name: "People",
                subcommands: [
                    AccountsCommand.self,
                    ReportsCommand.self,
                    StatusesCommand.self,
                    InvitesCommand.self,
                    RolesCommand.self,
                    EmailSubscriptionsCommand.self,
                    CanonicalEmailBlocksCommand.self,
                    EmailDomainBlocksCommand.self,
                    IPBlocksCommand.self,
                    UsernameBlocksCommand.self,
                ]),
            CommandGroup(
                name: "Other servers",
                subcommands: [
                    DomainsCommand.self,
                    DomainBlocksCommand.self,
                    DomainAllowsCommand.self,
                    RelaysCommand.self,
                    FASPCommand.self,
                ]),
            CommandGroup(
                name: "Media",
                subcommands: [
                    MediaCommand.self,
                    PreviewCardsCommand.self,
                    EmojiCommand.self,
                    StatusesCommand.self,
                    PruneCommand.self,
                ]),
            CommandGroup(
                name: "Search",
                subcommands: [
                    SearchCommand.self
                ]),
            CommandGroup(
                name: "The instance",
                subcommands: [
                    InstanceCommand.self,
                    DoctorCommand.self,
                    TopCommand.self,
                    QueuesCommand.self,
                    MailCommand.self,
                    SupportCommand.self,
                    AuditCommand.self,
                    BackupCommand.self,
                    StatsCommand.self,
                    SettingsCommand.self,
                    RulesCommand.self,
                    TermsCommand.self,
                    AnnouncementsCommand.self,
                    TrendsCommand.self,
                    TagsCommand.self,
                    WebhooksCommand.self,
                    CacheCommand.self,
                    UpgradeCommand.self,
                    MaintenanceCommand.self,
                    FeedsCommand.self,
                    SelfDestructCommand.self,
                ]),
            CommandGroup(
                name: "This tool",
                subcommands: [
                    ApplyCommand.self,
                    FleetCommand.self,
                    ConfigCommand.self,
                    LoginCommand.self,
                    LogoutCommand.self,
                    SandboxCommand.self,
                    VersionCommand.self,
                ]),
        ])
}
