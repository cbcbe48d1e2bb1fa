import Model

/// What became of a command on one server.
package struct FleetResult: Sendable {
    package enum State: String, Sendable, Encodable {
        case done, failed
        /// It ran into its time limit.
        case late = "timed out"
        /// It was never begun.
        case left = "left out"
    }

    package var server: String
    package var state: State
    /// The exit status; nil when it was not begun.
    package var status: Int32?
    package var seconds: Double
    /// What it comes to: the error, or the last line of the answer.
    package var line: String
    /// Paths of all that it wrote.
    package var answer: String?
    package var errors: String?

    package init(_ server: String, _ state: State, status: Int32? = nil, seconds: Double = 0, line: String) {
        self.server = server
        self.state = state
        self.status = status
        self.seconds = seconds
        self.line = line
    }

    /// What stands in two texts, in a line.
    static func line(answer: String, errors: String) -> String {
        let fault = errors.split(whereSeparator: \.isNewline).last { $0.hasPrefix("error:") }
        let last = answer.split(whereSeparator: \.isNewline).last { line in line.contains { !$0.isWhitespace } }
        return String(fault ?? last ?? errors.split(whereSeparator: \.isNewline).last ?? "")
    }
}
