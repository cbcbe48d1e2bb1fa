import ArgumentParser
import Console
import Faults
import Operations
import Presentation

extension SupportCommand {
    /// `mastoctl support show`: what a bundle tells.
    struct Show: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a bundle tells.",
            discussion: """
                Asks no server. `--format html` makes one page that needs nothing else, for a browser and for paper: \
                findings with evidence and fixes, stored files by kind and age, queues, tables. A file that is not as \
                `support bundle` makes it is refused, and nothing of it is unpacked.

                Examples:
                  mastoctl support show customer.tar.zst
                  mastoctl support show customer.tar.zst --format html > customer.html
                """)

        @Argument(help: ArgumentHelp("The bundle.", valueName: "bundle"), completion: .file())
        var bundle: String

        @OptionGroup(title: "Global options")
        var global: SharedOptions<CaseShown.Forms>

        func run(in session: Session) async throws -> ExitStatus {
            try tell(CaseShown(SupportCase(reading: bundle)), in: session)
        }
    }

    /// `mastoctl support compare`: what is otherwise in a second bundle.
    struct Compare: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare two bundles: two servers, or one before and after.",
            discussion: """
                Asks no server. Tells findings that are new, gone, worse or better in the second, and the figures and \
                settings that moved. Ends with status 1 when a finding is new or worse.

                Examples:
                  mastoctl support compare before.tar.zst after.tar.zst
                  mastoctl support compare one.tar.zst other.tar.zst --format json
                """)

        @Argument(help: ArgumentHelp("A bundle.", valueName: "first"), completion: .file())
        var first: String

        @Argument(help: ArgumentHelp("Another one, or a later one.", valueName: "second"), completion: .file())
        var second: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) async throws -> ExitStatus {
            try tell(SupportComparison(SupportCase(reading: first), SupportCase(reading: second)), in: session)
        }
    }
}
