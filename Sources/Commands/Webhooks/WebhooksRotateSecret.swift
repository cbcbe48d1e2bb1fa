import ArgumentParser
import Model
import Operations

extension WebhooksCommand {
    /// `mastoctl webhooks rotate-secret`: a new secret.
    struct RotateSecret: RecordCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate-secret",
            abstract: "Give a webhook a new secret.",
            discussion: """
                What was signed with the old one is refused from then on by whoever checks it. The server's \
                pages keep no log of this; the local record does.

                Lanes: direct.

                Examples:
                  mastoctl webhooks rotate-secret 1 --show-secret
                """)

        @Argument(help: ArgumentHelp("As `webhooks list` tells it.", valueName: "id"))
        var id: Int64

        @Flag(help: "Tell the secret that was made.")
        var showSecret = false

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(WebhookDeed(.rotateSecret, [id], showsSecret: showSecret)) }
    }
}
