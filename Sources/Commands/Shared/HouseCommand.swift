import ArgumentParser
import Console
import Faults
import Presentation

/// A command that does something, as opposed to a noun that only holds verbs. `EntryPoint` runs it.
protocol HouseCommand: ParsableCommand, Sendable {
    /// What `--format` may say here beside the forms of every answer.
    associatedtype Forms: OwnForms
    var global: SharedOptions<Forms> { get }
    /// True when a signal lets the batch under way end; a question is simply dropped.
    var finishesBatches: Bool { get }
    func run(in session: Session) async throws -> ExitStatus
}

extension HouseCommand {
    var finishesBatches: Bool { false }
    var colour: ColourChoice { global.color }
    var isQuiet: Bool { global.quiet }

    /// Writes the answer in the form asked for.
    func tell<Answer: Presentable>(
        _ answer: Answer, in session: Session
    ) throws -> ExitStatus where Answer.Forms == Forms {
        try Present(to: session.output, as: global.format).tell(answer)
        return answer.status
    }
}
