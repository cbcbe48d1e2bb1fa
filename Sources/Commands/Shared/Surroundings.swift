import Console
import Glibc

/// What a command line is carried out in: its variables, and where it tells what comes of it.
package struct Surroundings: Sendable {
    var environment: [String: String]
    /// Whether the program was called by tootctl's name.
    var isTootctl: Bool
    var answer: Int32
    var conversation: Int32

    /// - Parameters:
    ///   - answer: a descriptor; standard output unless said otherwise.
    ///   - conversation: a descriptor; standard error unless said otherwise.
    package init(
        environment: [String: String], isTootctl: Bool = false, answer: Int32 = STDOUT_FILENO,
        conversation: Int32 = STDERR_FILENO
    ) {
        self.environment = environment
        self.isTootctl = isTootctl
        self.answer = answer
        self.conversation = conversation
    }

    func output(colour: ColourChoice = .auto, isQuiet: Bool = false) -> Output {
        Output(
            environment: environment, colour: colour, isQuiet: isQuiet, answer: answer, conversation: conversation)
    }
}
