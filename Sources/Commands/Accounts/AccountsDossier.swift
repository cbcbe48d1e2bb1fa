import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension AccountsCommand {
    /// `mastoctl accounts dossier`: all that is held about one account.
    struct Dossier: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write down all that is held about one account, for a legal request.",
            discussion: """
                Every row of every table that refers to the account or its user: profile, addresses, sessions, posts also \
                to few people, relations, reports by and about it, strikes, notes. As JSON, and as a page that a person \
                can read. Passwords, keys and tokens are left out; stored files are named and not copied.

                Nothing is changed on the server. --legal says that somebody has the right to ask for this; each use \
                stands in the local record, see `audit`. The files are new, and nobody but their owner can read them.

                Examples:
                  mastoctl accounts dossier alice --legal --out /root/case-27-alice
                """)

        @Argument(help: "Whom it is about.")
        var account: AccountName

        @Flag(help: "There is a legal ground for it.")
        var legal = false

        @Option(
            help: ArgumentHelp("Write FILE.json and FILE.html.", valueName: "file"), completion: .file())
        var out: String

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard legal else { throw ValidationError("say with --legal that there is a legal ground for it") }
        }

        func operation(_ configuration: Configuration) throws -> LegalDossier {
            LegalDossier(of: account, to: out, page: LegalPage())
        }
    }
}
