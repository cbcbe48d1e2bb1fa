import ArgumentParser
import Model
import Operations

extension WebhooksCommand {
    /// `mastoctl webhooks add`: tell an address of events.
    struct Add: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let an address be told of events.",
            discussion: """
                The server makes a secret with which it signs what it tells; --show-secret tells it once. Each \
                kind of event asks for the permission of the moderator to see such things. The server's pages \
                keep no log of this; the local record does.

                Lanes: direct.

                Examples:
                  mastoctl webhooks add https://hooks.example.org/in --event report.created --show-secret
                  mastoctl webhooks add https://hooks.example.org/in --event account.created --event account.approved
                """)

        @Argument(help: ArgumentHelp("The address that is told.", valueName: "url"))
        var url: String

        @Option(help: ArgumentHelp("What it is told of; may be given more than once.", valueName: "event"))
        var event: [WebhookEvent] = []

        @Option(
            help: ArgumentHelp(
                "What is sent, with {{ }} for values; the whole event when not given.", valueName: "text"))
        var template: String?

        @Flag(help: "Tell the secret that was made.")
        var showSecret = false

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard url.hasPrefix("https://") || url.hasPrefix("http://"), !url.contains(" ") else {
                throw ValidationError("a webhook is an address that begins with https://")
            }
            if event.isEmpty { throw ValidationError("say what it is told of with --event") }
        }

        func change() throws -> RecordChange {
            RecordChange(WebhookDeed(.add(url: url, events: event, template: template), showsSecret: showSecret))
        }
    }
}

extension WebhookEvent: ExpressibleByArgument {}
