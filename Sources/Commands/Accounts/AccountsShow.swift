import ArgumentParser
import Configuration
import Operations
import Presentation

extension AccountsCommand {
    /// `mastoctl accounts show`: all there is to know of one account.
    struct Show: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show all there is to know of one account.",
            discussion: """
                Tells profile, states, user, sessions and addresses, strikes and reports, what is stored for the \
                account, the blocks that apply to it, and the background jobs that are about it. Counts the server \
                keeps stand beside the rows that are there; for a local account a difference is marked.

                The account is named by its handle (alice, bob@example.org), its id, or a user's e-mail address; \
                id:123 means the id and nothing else.

                Of each queue and set of jobs at most 5,000 are read.

                Examples:
                  mastoctl accounts show alice
                  mastoctl accounts show bob@example.org
                  mastoctl accounts show alice@mail.example --format json
                """)

        @Argument(help: "Handle, id or e-mail address.")
        var account: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question(_ configuration: Configuration) throws -> AccountInquiry { try AccountInquiry(account) }
    }
}
