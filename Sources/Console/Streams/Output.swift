import Faults
import Glibc
import Synchronization

/// The one door to standard output and standard error.
///
/// The answer goes to standard output, buffered, and its write errors are faults (status 74). The conversation goes to
/// standard error, unbuffered, and its errors are dropped: there is nobody left to tell. When the reader of the answer
/// goes away (`| head`), writing goes on silently; `isClosed` lets a query stop early, with status 0.
package final class Output: Sendable {
    private struct State {
        var answer: Sink
        var conversation: Sink
        /// The lines on the screen that are drawn again in place, when there are any.
        var status: String?
    }

    private let state: Mutex<State>
    package let answer: Terminal
    package let conversation: Terminal
    /// `--quiet`: notes are not told.
    package let isQuiet: Bool

    package init(
        answer: Terminal, conversation: Terminal, isQuiet: Bool = false, answerDescriptor: Int32 = STDOUT_FILENO,
        conversationDescriptor: Int32 = STDERR_FILENO
    ) {
        self.answer = answer
        self.conversation = conversation
        self.isQuiet = isQuiet
        let capacity = answer.isTerminal ? 1 : 1 << 16
        state = Mutex(
            State(
                answer: Sink(descriptor: answerDescriptor, name: "standard output", capacity: capacity),
                conversation: Sink(descriptor: conversationDescriptor, name: "standard error", capacity: 1)))
    }

    /// The streams of this process, or those of these descriptors.
    package convenience init(
        environment: [String: String], colour: ColourChoice = .auto, isQuiet: Bool = false,
        answer: Int32 = STDOUT_FILENO, conversation: Int32 = STDERR_FILENO
    ) {
        self.init(
            answer: Terminal(descriptor: answer, environment: environment, colour: colour),
            conversation: Terminal(descriptor: conversation, environment: environment, colour: colour),
            isQuiet: isQuiet, answerDescriptor: answer, conversationDescriptor: conversation)
    }

    /// Takes the places of closed standard descriptors, so that no file or socket opened later gets one of them and
    /// receives what is meant for a person. Writing there still fails. Call first, with `Signals.ignoreBrokenPipes`.
    package static func holdStandardDescriptors() {
        for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// True once the reader of the answer has gone away.
    package var isClosed: Bool { state.withLock { $0.answer.isClosed } }

    /// Writes a part of the answer.
    ///
    /// - Throws: `Fault` of kind `inputOutput`.
    package func write(_ text: String) throws {
        try state.withLock { state in
            if answer.isTerminal { clear(&state) }
            try state.answer.write(text)
        }
    }

    package func writeLine(_ text: String) throws {
        try write(text + "\n")
    }

    /// Sends what is buffered. The end of a run calls it and tells its fault.
    package func flush() throws {
        try state.withLock { try $0.answer.flush() }
    }

    /// A line of the conversation that quiet runs leave out.
    package func note(_ text: String) {
        if !isQuiet { say(text) }
    }

    /// `warning: …`, told in quiet runs too.
    package func warn(_ text: String) {
        say(conversation.paint("warning:", .yellow) + " " + text)
    }

    /// A line of the conversation.
    package func say(_ text: String) {
        state.withLock { state in
            let status = state.status
            clear(&state)
            try? state.conversation.write(text + "\n")
            if let status { draw(status, &state) }
        }
    }

    /// `error:`, `note:` and `help:` lines.
    package func tell(_ fault: Fault) {
        var lines = [conversation.paint("error:", .red) + " " + Sanitized.text(fault.message)]
        lines += fault.notes.map { "  " + conversation.paint("note:", .cyan) + " " + Sanitized.text($0) }
        if let help = fault.help {
            lines.append("  " + conversation.paint("help:", .green) + " " + Sanitized.text(help))
        }
        clearStatus()
        say(lines.joined(separator: "\n"))
    }

    /// Text without a line end, such as a question.
    func ask(_ text: String) {
        state.withLock { state in
            clear(&state)
            try? state.conversation.write(text)
        }
    }

    /// Draws a line, or some, in the place of the last ones. Only on a terminal that can, and no wider than it is.
    func showStatus(_ text: String) {
        guard conversation.canRedraw else { return }
        state.withLock { state in
            clear(&state)
            draw(text, &state)
        }
    }

    /// Removes the status line. Callers of `say` and `write` need not.
    package func clearStatus() {
        state.withLock { clear(&$0) }
    }

    private func draw(_ text: String, _ state: inout State) {
        state.status = text
        try? state.conversation.write(text)
    }

    private func clear(_ state: inout State) {
        guard let status = state.status else { return }
        state.status = nil
        let above = status.count { $0 == "\n" }
        try? state.conversation.write("\r\u{1B}[K" + String(repeating: "\u{1B}[A\u{1B}[K", count: above))
    }
}
