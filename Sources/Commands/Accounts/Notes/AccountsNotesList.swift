import ArgumentParser
import Model
import Operations

extension AccountsCommand.Notes {
    /// `mastoctl accounts notes list`: what moderators noted.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the notes about an account.",
            discussion: """
                What moderators told each other, the oldest first.

                Examples:
                  mastoctl accounts notes list spammer@example.org
                """)

        @Argument(help: "Whom they are about.")
        var account: AccountName

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<NoteList> {
            RecordQuestion(NoteList(about: account))
        }
    }
}
