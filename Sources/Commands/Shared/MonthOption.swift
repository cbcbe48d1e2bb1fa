import ArgumentParser
import Operations

/// The month that is reported.
struct MonthOption: ParsableArguments {
    @Option(help: ArgumentHelp("The month, in UTC.", valueName: "yyyy-mm"), transform: Self.month)
    var month: ReportMonth

    private static func month(_ text: String) throws -> ReportMonth {
        guard let month = ReportMonth(text) else { throw ValidationError("'\(text)' is no month such as 2026-10") }
        return month
    }
}
