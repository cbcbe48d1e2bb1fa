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
    /// The word that names it, as the parser makes it of the type's name: `stop-delivery` of `StopDelivery`. The parser
    /// asks `String(describing:)` for that, which looks the type up in every list of conformances there is: for a tree
    /// of three hundred commands that is most of a start.
    static var _commandName: String {
        configuration.commandName ?? _typeName(Self.self, qualified: false).dashedWords
    }

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

extension String {
    /// `stop-delivery` of `StopDelivery`.
    fileprivate var dashedWords: String {
        String(
            decoding: utf8.enumerated().flatMap { index, byte -> [UInt8] in
                guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return [byte] }
                return (index == 0 ? [] : [UInt8(ascii: "-")]) + [byte | 0x20]
            }, as: UTF8.self)
    }
}
