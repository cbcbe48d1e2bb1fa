import ArgumentParser
import Faults
import Presentation

/// A command that does something, as opposed to a noun that only holds verbs. `EntryPoint` runs it.
protocol HouseCommand: ParsableCommand, Sendable {
    var global: GlobalOptions { get }
    /// True when a signal lets the batch under way end; a question is simply dropped.
    var finishesBatches: Bool { get }
    func run(in session: Session) async throws -> ExitStatus
}

extension HouseCommand {
    var finishesBatches: Bool { false }

    /// Writes the answer in the form asked for.
    func tell(_ answer: some Presentable, in session: Session) throws -> ExitStatus {
        try Present(to: session.output, as: global.format).tell(answer)
        return answer.status
    }
}
