import Faults
import Glibc

/// Questions to a person.
package struct Prompt: Sendable {
    private let output: Output
    private let descriptor: Int32
    /// False off a terminal and with `--no-input`.
    package let canAsk: Bool

    package init(output: Output, noInput: Bool, descriptor: Int32 = STDIN_FILENO) {
        self.output = output
        self.descriptor = descriptor
        canAsk = !noInput && isatty(descriptor) == 1 && output.conversation.isTerminal
    }

    /// Asks for a yes. Anything else, the end of input and Ctrl-C are a no.
    ///
    /// - Throws: `Fault` of kind `usage` when nobody can be asked.
    package func confirm(_ question: String) throws -> Bool {
        try requirePerson(for: question)
        output.ask("\(Sanitized.text(question)) [y/N] ")
        guard let answer = try readLine() else { return false }
        return ["y", "yes"].contains(answer.lowercased())
    }

    /// Asks to type a name, for what cannot be taken back.
    ///
    /// - Throws: `Fault` of kind `usage` when nobody can be asked.
    package func confirm(_ question: String, typing name: String) throws -> Bool {
        try requirePerson(for: question)
        output.ask("\(Sanitized.text(question))\nType \(Sanitized.text(name)) to go on: ")
        return try readLine() == name
    }

    /// Asks for a line, which may also come from a pipe; nil when there is none.
    package func line(_ question: String) throws -> String? {
        if canAsk { output.ask("\(Sanitized.text(question)) ") }
        return try readLine()
    }

    private func requirePerson(for question: String) throws {
        if canAsk { return }
        throw Fault(
            .usage, "this needs a yes, and nobody can be asked", notes: [question], help: "repeat it with --yes")
    }

    /// A line without its end and outer blanks, or nil at the end of input or after a signal.
    private func readLine() throws -> String? {
        var bytes: [UInt8] = []
        while Signals.first == nil {
            // Waits in slices, since the signal's own thread cannot wake a read.
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wait, 1, 100)
            if ready == 0 || (ready < 0 && errno == EINTR) { continue }
            var byte: UInt8 = 0
            let count = read(descriptor, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            if count < 0 {
                throw Fault(.inputOutput, "cannot read the answer", notes: [String(cString: strerror(errno))])
            }
            if count == 0 { return nil }
            if byte == UInt8(ascii: "\n") {
                let line = String(decoding: bytes, as: UTF8.self)
                return String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            }
            if bytes.count < 4_096 { bytes.append(byte) }
        }
        return nil
    }
}
