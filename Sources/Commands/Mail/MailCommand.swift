import ArgumentParser

/// `mastoctl mail`.
struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "See whether mails get out.", subcommands: [Check.self, Test.self])
}
