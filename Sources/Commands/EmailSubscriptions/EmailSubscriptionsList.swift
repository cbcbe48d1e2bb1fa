import ArgumentParser
import Model
import Operations

extension EmailSubscriptionsCommand {
    /// `mastoctl email-subscriptions list`: who gets posts by e-mail.
    struct List: RecordListCommand {
        static let configuration = CommandConfiguration(
            abstract: "List who gets posts by e-mail.",
            discussion: """
                Needs Mastodon 4.6 or newer. Addresses are those of people outside; handle them with care.

                Examples:
                  mastoctl email-subscriptions list --account alice
                  mastoctl email-subscriptions list --format json
                """)

        @Option(help: ArgumentHelp("Only those of this account's posts.", valueName: "account"))
        var account: AccountName?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func question() throws -> RecordQuestion<EmailSubscriptionList> {
            RecordQuestion(EmailSubscriptionList(of: account))
        }
    }
}
