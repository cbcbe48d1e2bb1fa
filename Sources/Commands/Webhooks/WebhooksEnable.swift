import ArgumentParser
import Model
import Operations

extension WebhooksCommand {
    /// `mastoctl webhooks enable`: tell them again.
    struct Enable: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let webhooks be told again.",
            discussion: """
                The server's pages keep no log of this; the local record does.

                Lanes: direct.

                Examples:
                  mastoctl webhooks enable 1
                """)

        @Argument(help: ArgumentHelp("As `webhooks list` tells them.", valueName: "id"))
        var ids: [Int64]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(WebhookDeed(.enable, ids)) }
    }
}
