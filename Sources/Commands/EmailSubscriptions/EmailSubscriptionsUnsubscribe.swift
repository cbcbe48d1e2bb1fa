import ArgumentParser
import Model
import Operations

extension EmailSubscriptionsCommand {
    /// `mastoctl email-subscriptions unsubscribe`: end subscriptions.
    struct Unsubscribe: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "End subscriptions.",
            discussion: """
                As if their owner had followed the link in a mail: nobody is told. An address ends all its \
                subscriptions, an id one. Needs Mastodon 4.6 or newer. The server's pages keep no log of this; \
                the local record does.

                Lanes: direct.

                Examples:
                  mastoctl email-subscriptions unsubscribe reader@mail.example
                  mastoctl email-subscriptions unsubscribe 17
                """)

        @Argument(help: ArgumentHelp("E-mail addresses, or ids of subscriptions.", valueName: "address"))
        var addresses: [String]

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func change() throws -> RecordChange { RecordChange(EmailUnsubscription(addresses)) }
    }
}
