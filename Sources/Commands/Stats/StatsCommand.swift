import ArgumentParser
import Model
import Operations

/// `mastoctl stats`: users and their posts, month by month.
struct StatsCommand: RecordListCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count who signs up, stays and writes, month by month.",
        discussion: """
            Counted from the rows of this server's own users and their posts without boosts: who signed up in a month, how \
            many of them are here (confirmed, approved, not suspended), how many were active within the last thirty days \
            and which share that is of those who signed up, how many people wrote in that month and how many posts. The \
            last line is all of it. Accounts that were deleted with their users are not counted.

            Examples:
              mastoctl stats
              mastoctl stats --months 36 --format tsv
            """)

    @Option(help: ArgumentHelp("Tell so many months, the present one among them.", valueName: "n"))
    var months = 12

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    func validate() throws {
        guard (1...1_200).contains(months) else { throw ValidationError("--months must be from 1 to 1200") }
    }

    func question() throws -> RecordQuestion<MonthlyFigures> { RecordQuestion(MonthlyFigures(months: months)) }
}
