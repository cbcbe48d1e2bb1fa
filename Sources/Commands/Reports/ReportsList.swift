import ArgumentParser
import Configuration
import Model
import Operations

extension ReportsCommand {
    /// `mastoctl reports list`: the reports people made.
    struct List: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "List reports.",
            discussion: """
                Those nobody has resolved, unless --resolved or both flags say otherwise; the newest first.

                Examples:
                  mastoctl reports list
                  mastoctl reports list --resolved --target spammer@example.org
                  mastoctl reports list --category spam --by alice --limit 500 --format jsonl
                """)

        @Flag(help: "Those that are resolved.")
        var resolved = false

        @Flag(help: "Those that are not; together with --resolved all of them.")
        var unresolved = false

        @Option(help: ArgumentHelp("About this account.", valueName: "account"))
        var target: String?

        @Option(help: ArgumentHelp("Made by this account.", valueName: "account"))
        var by: String?

        @Option(help: ArgumentHelp("Of this kind: other, spam, legal or violation.", valueName: "kind"))
        var category: ReportCategory?

        @Option(help: ArgumentHelp("Tell at most so many.", valueName: "n"))
        var limit = 100

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            try OtherAccounts.require([target, by].compactMap { $0 })
            guard (1...1_000_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 1000000") }
        }

        func question(_ configuration: Configuration) -> ReportListing {
            ReportListing(
                isResolved: resolved == unresolved ? resolved ? nil : false : resolved,
                target: target.flatMap { AccountName($0) }, by: by.flatMap { AccountName($0) }, category: category,
                limit: limit)
        }
    }
}

extension ReportCategory: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(word: argument)
    }

    package static var allValueStrings: [String] { allCases.map(\.word) }
}
