import ArgumentParser
import Model
import Operations

extension AccountsCommand.Notes {
    /// `mastoctl accounts notes add`: tell other moderators something.
    struct Add: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note something about an account.",
            discussion: """
                Moderators read it on the account's page; nobody else does. At most 2,000 characters. The \
                server's pages keep no log of this; the local record does.

                Lanes: direct.

                Examples:
                  mastoctl accounts notes add alice "Asked by mail to keep her old posts." --as moddy
                """)

        @Argument(help: "Whom it is about.")
        var account: AccountName

        @Argument(help: "The note.")
        var text: String

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard text.contains(where: { !$0.isWhitespace }) else { throw ValidationError("the note has no text") }
            guard text.count <= NoteDeed.longest else {
                throw ValidationError("a note has at most \(NoteDeed.longest) characters, and this has \(text.count)")
            }
        }

        func change() throws -> RecordChange { RecordChange(NoteDeed(.add(account, text))) }
    }
}
