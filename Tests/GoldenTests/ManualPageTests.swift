import ArgumentParser
import Commands
import Glibc
import Support
import Testing

/// A small tree with every kind of argument.
private struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Look after things.", subcommands: [Remove.self, Hidden.self])

    struct Remove: ParsableCommand {
        enum Shape: String, CaseIterable, ExpressibleByArgument {
            case round, square
        }

        static let configuration = CommandConfiguration(
            abstract: "Remove old things.",
            discussion: """
                Removes what is old. 'Old' is told by --days; a path such as C:\\old stays.

                .Dots at the start of a paragraph are words.

                Examples:
                Every night:

                    sample remove --days 7 -- 'a b'
                """)
        @Argument(help: "What to remove.") var names: [String] = []
        @Option(name: [.customShort("d"), .long], help: "Keep what is younger.") var days = 7
        @Option(help: "Only things of that shape.") var shape: Shape?
        @Option(help: "Where from.") var source: String
        @Flag(help: ArgumentHelp("Secret.", visibility: .hidden)) var secret = false
        @OptionGroup(title: "Run options") var running: Running
    }

    struct Running: ParsableArguments {
        @Flag(name: [.customShort("n"), .long], help: "Only tell what would be done.") var dryRun = false
    }

    struct Hidden: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Not told.", shouldDisplay: false)
    }
}

private let facts = ManualPage.Facts(
    version: "1.2", statuses: [(0, "done"), (64, "the command line is wrong")], variables: [("NAME", "a name")],
    files: [("/etc/sample", "settings")])

@Suite struct ManualPageTests {
    private func pages() throws -> [String: String] {
        let pages = ManualPage.all(of: try CommandTree.of(Sample.self), facts: facts)
        return Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0.text) })
    }

    @Test func `there is a page for each command a user is told of`() throws {
        #expect(Set(try pages().keys) == ["sample", "sample-remove"])
    }

    @Test func `a page tells names, values, defaults and sections`() throws {
        let page = try #require(try pages()["sample-remove"])
        #expect(page.hasPrefix(".TH SAMPLE-REMOVE 1 \"\" \"sample 1.2\" \"sample manual\"\n"))
        #expect(page.contains("sample\\-remove \\-\nremove old things\n"))
        #expect(
            page.contains(
                "\\fBsample remove\\fR \\fB\\-\\-source\\fR \\fIsource\\fR [\\fIoptions\\fR] [\\fInames\\fR...]\n"))
        #expect(page.contains("\\fB\\-d\\fR, \\fB\\-\\-days\\fR \\fIdays\\fR\nKeep what is younger. Default: 7.\n"))
        #expect(page.contains("One of: round, square."))
        #expect(page.contains(".SS \"Run options\"\n.TP\n\\fB\\-n\\fR, \\fB\\-\\-dry\\-run\\fR\n"))
        #expect(
            page.contains(
                ".SH EXAMPLES\nEvery night:\n.PP\n.RS 4\n.nf\nsample remove \\-\\-days 7 \\-\\- \\(aqa b\\(aq\n"))
        #expect(page.contains("\n\\&.Dots at"))
        #expect(page.contains("C:\\eold"))
        #expect(!page.contains("Secret"))
        #expect(page.contains("\\fBsample\\fR(1)"))
    }

    @Test(.enabled(if: Lint.path != nil || Lint.isRequired, "mandoc is not installed"))
    func `mandoc finds nothing but the missing date`() throws {
        let shipped = try Made.files.get().filter { $0.key.hasPrefix("man/") }
        for (name, page) in try pages().merging(shipped, uniquingKeysWith: { $1 }) {
            #expect(try Lint.complaints(page) == [], "\(name)")
        }
    }

    @Test func `golden files are compared byte by byte, and leftovers are found`() throws {
        let root = TemporaryFolder.make("mastoctl-golden")
        let files = try Shipped.files(for: Sample.self)
        let directories = ["man", "completions"]
        func differences(_ files: [String: String], record: Bool = false) -> [String] {
            Golden.differences(files, in: directories, root: root, record: record)
        }
        #expect(differences(files).count == files.count)
        #expect(differences(files, record: true) == [])
        #expect(differences(files) == [])
        #expect(differences(files.mapValues { $0 + " " }).count == files.count)
        let fewer = files.filter { $0.key != "man/sample-remove.1" }
        #expect(differences(fewer) == ["man/sample-remove.1 belongs to nothing"])
        #expect(differences(fewer, record: true) == [])
        #expect(TextFile.read(root + "/man/sample-remove.1") == nil)
        _ = differences([:], record: true)
        for directory in directories { rmdir("\(root)/\(directory)") }
        #expect(rmdir(root) == 0)
    }
}
