import ArgumentParser
import Faults
import Presentation

/// A command that does something, as opposed to a noun that only holds verbs. `EntryPoint` runs it.
protocol HouseCommand: ParsableCommand, Sendable {
    var global: GlobalOptions { get }
    /// What `--format` may say here.
    static var forms: [Format] { get }
    /// True when a signal lets the batch under way end; a question is simply dropped.
    var finishesBatches: Bool { get }
    func run(in session: Session) async throws -> ExitStatus
}

extension HouseCommand {
    static var forms: [Format] { Format.everyones }
    var finishesBatches: Bool { false }

    /// - Throws: `Fault(.usage)` when the answer cannot be told in the form asked for.
    func checkForm() throws {
        guard let form = global.format, !Self.forms.contains(form) else { return }
        throw Fault(
            .usage, "this command's answer has no form '\(form.rawValue)'",
            help: "give --format one of: \(Self.forms.map(\.rawValue).joined(separator: ", "))")
    }

    /// Writes the answer in the form asked for.
    func tell(_ answer: some Presentable, in session: Session) throws -> ExitStatus {
        try Present(to: session.output, as: global.format).tell(answer)
        return answer.status
    }
}
