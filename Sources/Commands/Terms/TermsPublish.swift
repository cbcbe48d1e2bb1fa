import ArgumentParser
import Faults
import Model
import Operations

extension TermsCommand {
    /// `mastoctl terms publish`: new terms of service.
    struct Publish: RecordCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publish terms of service.",
            discussion: """
                The text is Markdown and comes from a file. A draft there is takes this text. With --notify the server \
                tells everybody who was here within a year by mail, and the others when they come back; it can also be \
                done later, on the server's pages. Published terms cannot be changed. Needs Mastodon 4.4 or newer.

                The server's log is told, on behalf of the first owner or of --as.

                Lanes: direct; with --notify jobs.

                Examples:
                  mastoctl terms publish terms.md --changelog "Appeals are described." --effective 2027-01-01
                  mastoctl terms publish terms.md --changelog "First terms." --effective 2027-01-01 --notify --yes
                """)

        @Argument(help: ArgumentHelp("The text; - is standard input.", valueName: "file"), completion: .file())
        var file: String

        @Option(help: ArgumentHelp("What is new, for those who are told.", valueName: "text"))
        var changelog: String

        @Option(help: ArgumentHelp("The day from which on they hold.", valueName: "date"))
        var effective: String

        @Flag(help: "Tell everybody by mail.")
        var notify = false

        @OptionGroup
        var way: RecordWay

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard effective.utf8.count == 10, UTCTime(parsing: effective) != nil else {
                throw ValidationError("--effective is a day such as 2027-01-01")
            }
            guard changelog.contains(where: { !$0.isWhitespace }) else {
                throw ValidationError("--changelog says nothing")
            }
        }

        func change() throws -> RecordChange {
            let text = try ItemFile.text(of: file)
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw Fault(.badData, "the terms have no text")
            }
            return RecordChange(
                TermsPublication(text: text, changelog: changelog, effective: effective, notifies: notify))
        }
    }
}
