import ArgumentParser
import Configuration
import Console
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts modify`: change a user.
    struct Modify: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a user: role, e-mail address, password, second factor.",
            discussion: """
                A new address waits until it is confirmed, by the link of a mail or by --confirm, and the old one is \
                told. --confirm also counts when the mail with the link is too old for it. A new password ends all \
                sessions and every access of applications. --disable keeps the user from signing in; people who are \
                connected stay so, as with tootctl.

                A random password is shown once on a terminal, and elsewhere only with --show-password or \
                --password-file. The mail servers of a new address are looked up, and one whose servers are blocked is \
                refused.

                As with tootctl, the server's audit log is told nothing unless --as names a moderator or the profile \
                says `audit = "server"`; then it gets the rows its own pages would write.

                Lanes: direct.

                Examples:
                  mastoctl accounts modify alice --role Moderator
                  mastoctl accounts modify bob --email bob@new.example --confirm
                  mastoctl accounts modify carol --reset-password --disable-2fa
                """)

        @Argument(help: ArgumentHelp("The name of a local account.", valueName: "username"))
        var username: String

        @Option(help: ArgumentHelp("Give the user this role.", valueName: "name"))
        var role: String?

        @Flag(help: "Take the user's role away.")
        var removeRole = false

        @Option(help: ArgumentHelp("A new e-mail address, to be confirmed.", valueName: "address"))
        var email: String?

        @Flag(help: "Take the address for confirmed.")
        var confirm = false

        @Flag(help: "Let the user sign in again.")
        var enable = false

        @Flag(help: "Keep the user from signing in.")
        var disable = false

        @Flag(name: .customLong("disable-2fa"), help: "Remove the second factor.")
        var disableSecondFactor = false

        @Flag(help: "Approve the user, without what else an approval does; see `accounts approve`.")
        var approve = false

        @Flag(help: "Give the user another password.")
        var resetPassword = false

        @OptionGroup(title: "Password options")
        var secret: PasswordOptions

        @OptionGroup(title: "Mail servers")
        var mail: MailOptions

        @OptionGroup(title: "Moderation")
        var audit: AuditOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if secret.isGiven, !resetPassword { throw ValidationError("password options need --reset-password") }
        }

        func operation(_ configuration: Configuration) throws -> AccountModification {
            try operation(onTerminal: false, configuration)
        }

        func perform(by run: OperationRun) async throws -> Report {
            try await run.run(
                operation(onTerminal: run.session.output.answer.isTerminal, run.configuration))
        }

        /// The words of each pair that contradict each other mean what they mean to tootctl.
        private func operation(
            onTerminal isTerminal: Bool, _ configuration: Configuration
        ) throws -> AccountModification {
            var change = UserChange()
            change.role = role.map { .named($0) } ?? (removeRole ? UserChange.Role.none : nil)
            change.email = email
            change.confirms = confirm
            change.isDisabled = disable ? true : (enable ? false : nil)
            change.dropsSecondFactor = disableSecondFactor
            change.approves = approve
            return AccountModification(
                username, change, password: resetPassword ? try secret.password(onTerminal: isTerminal) : nil,
                mail: mail.lookup, auditing: audit.asTootctl(configuration))
        }
    }
}
