import ArgumentParser
import Model
import Operations

extension WebhooksCommand {
    /// `mastoctl webhooks disable`: tell them nothing.
    struct Disable: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let webhooks be told nothing for the time being.",
            discussion: """
                The server's pages keep no log of this; the local record does.

                Lanes: direct.

                Examples:
                  mastoctl webhooks disable 1
                """)

        @Argument(help: ArgumentHelp("As `webhooks list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(WebhookDeed(.disable, ids)) }
    }
}
