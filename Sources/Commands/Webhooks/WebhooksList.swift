import ArgumentParser
import Model
import Operations

extension WebhooksCommand {
    /// `mastoctl webhooks list`: who is told of what.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List webhooks, without their secrets.",
            discussion: """
                Who is told of which events.

                Examples:
                  mastoctl webhooks list
                  mastoctl webhooks list --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<WebhookList> { RecordQuestion(WebhookList()) }
    }
}
