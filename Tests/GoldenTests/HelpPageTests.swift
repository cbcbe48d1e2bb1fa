import ArgumentParser
import Commands
import Testing

/// Options in an order nobody wants to read them in.
private struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Look after things.",
        discussion: """
            What is said of it at length is broken between words, so that none is cut in two, at some eighty columns.

            Keys:
              shape      round, square, and every other form that things take in this world and in others, they say
              size       small

            Examples:
              sample --days 7 --long-option with-a-value-that-makes-the-line-longer-than-any-terminal --yes
            """)
    @OptionGroup(title: "Global options") var global: Global
    @OptionGroup(title: "Run options") var running: Running
    @OptionGroup(title: "Moderation") var moderation: Moderation
    @OptionGroup(title: "Lanes") var lanes: Lanes
    @OptionGroup(title: "Selection") var selection: Selection
    @OptionGroup(title: "Strike") var strike: Strike
    @Option(name: [.short, .long], help: "Keep what is younger.") var days = 7
    @Flag(inversion: .prefixedNo, help: "Wait for the end.") var wait = true
    @Argument(help: "What to remove.") var names: [String] = []

    struct Global: ParsableArguments { @Flag(help: "Less.") var quiet = false }
    struct Running: ParsableArguments { @Flag(help: "Only tell.") var dryRun = false }
    struct Moderation: ParsableArguments { @Option(name: .customLong("as"), help: "Who.") var moderator: String? }
    struct Lanes: ParsableArguments { @Option(help: "Which way.") var via: String? }
    struct Selection: ParsableArguments { @Option(help: "Which.") var from: String? }
    struct Strike: ParsableArguments { @Option(help: "Why.") var aReasonThatIsLong: String? }
}

@Suite struct HelpPageTests {
    private func page() throws -> String { Shipped.help(of: try CommandTree.of(Sample.self)) }

    @Test func `a command's own options stand before those of many, whatever the order they are declared in`() throws {
        let headings = try page().split(separator: "\n").filter { $0.hasSuffix(":") && $0 == $0.uppercased() }
        #expect(
            headings == [
                "ARGUMENTS:", "OPTIONS:", "STRIKE:", "SELECTION:", "LANES:", "MODERATION:", "RUN OPTIONS:",
                "GLOBAL OPTIONS:", "EXAMPLES:",
            ])
    }

    @Test func `what stands beside an option is what the manual says`() throws {
        let page = try page()
        #expect(page.hasPrefix("OVERVIEW: Look after things.\n\nWhat is said of it at length"))
        #expect(page.contains("\nUSAGE: sample [<options>] [<names>...]\n"))
        #expect(page.contains("\n  -d, --days <days>       Keep what is younger. Default: 7.\n"))
        #expect(page.contains("\n  --wait / --no-wait      Wait for the end. Default: --wait.\n"))
        #expect(page.contains("\n  --a-reason-that-is-long <a-reason-that-is-long>\n                          Why.\n"))
        #expect(page.hasSuffix("longer-than-any-terminal --yes\n"))
    }

    @Test func `prose and rows are broken, examples are not`() throws {
        let lines = try page().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.filter { $0.count > 80 }.map { $0.hasPrefix("  sample --days") } == [true])
        #expect(lines.contains("  shape      round, square, and every other form that things take in this world"))
        #expect(lines.contains("             and in others, they say"))
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    }
}
