import ArgumentParser
import Faults

/// A command that does something, as opposed to a noun that only holds verbs. `EntryPoint` runs it.
protocol HouseCommand: ParsableCommand {
    var global: GlobalOptions { get }
    func run(in session: Session) async throws -> ExitStatus
}
