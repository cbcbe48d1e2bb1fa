import ArgumentParser
import Configuration
import Console
import Model
import Operations

extension AccountsCommand {
    /// `mastoctl accounts create`: make a user with an account.
    struct Create: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create a user with an account.",
            discussion: """
                Writes what the server itself would: the account with keys of its own, the user, the counters, and the \
                jobs for the mail that asks to confirm the address. A name or an address that the server would refuse \
                is refused, with the field named; names reserved for the staff may be used, as by tootctl. The mail \
                servers of the address are looked up, and one whose servers are blocked is refused.

                The server's settings decide whether the user still needs an approval; --approve gives it. A random \
                password is shown once on a terminal, and elsewhere only with --show-password or --password-file.

                Lanes: direct.

                Examples:
                  mastoctl accounts create alice --email alice@mail.example --confirmed --role Owner
                  mastoctl accounts create bob --email bob@mail.example --password-file /root/bob.password
                  mastoctl accounts create carol --email carol@mail.example --reattach
                """)

        @Argument(help: ArgumentHelp("The account's name: letters, digits and _, at most 30.", valueName: "username"))
        var username: String

        @Option(help: ArgumentHelp("The user's e-mail address.", valueName: "address"))
        var email: String

        @Flag(help: "Take the address for confirmed; no mail asks for it.")
        var confirmed = false

        @Flag(help: "Approve the user whatever the server's settings say.")
        var approve = false

        @Option(help: ArgumentHelp("Give the user this role.", valueName: "name"))
        var role: String?

        @Flag(help: "Use an account of this name that has lost its user.")
        var reattach = false

        @Flag(help: "With --reattach, delete an account of this name that is in use.")
        var force = false

        @OptionGroup(title: "Password options")
        var secret: PasswordOptions

        @OptionGroup(title: "Mail servers")
        var mail: MailOptions

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func operation(_ configuration: Configuration) throws -> AccountCreation {
            try operation(onTerminal: false)
        }

        func perform(by run: OperationRun) async throws -> Report {
            try await run.run(operation(onTerminal: run.session.output.answer.isTerminal))
        }

        private func operation(onTerminal isTerminal: Bool) throws -> AccountCreation {
            AccountCreation(
                NewUser(
                    username: username, email: email, role: role, isConfirmed: confirmed, isApproved: approve,
                    reattaches: reattach),
                replaces: force, password: try secret.password(onTerminal: isTerminal), mail: mail.lookup)
        }
    }
}
