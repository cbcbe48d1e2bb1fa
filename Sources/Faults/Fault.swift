/// The one error a user sees.
///
/// `message` is lower case, has no final stop, says what is wrong and never what to do; only `help` says that. None of
/// the texts holds a secret or a bound value.
package struct Fault: Error, Sendable {
    /// What went wrong, as far as the exit status is concerned.
    package enum Kind: String, CaseIterable, Sendable {
        /// `refused`: a server's own rule keeps something as it is.
        case refused, usage, badData, noSuch, unreachable, ourBug, inputOutput, busy, denied, configuration,
            interrupted, terminated

        /// The exit status documented for this kind.
        package var status: ExitStatus {
            switch self {
            case .refused: .problems
            case .usage: .usage
            case .badData: .badData
            case .noSuch: .noSuch
            case .unreachable: .unreachable
            case .ourBug: .ourBug
            case .inputOutput: .inputOutput
            case .busy: .busy
            case .denied: .denied
            case .configuration: .configuration
            case .interrupted: .interrupted
            case .terminated: .terminated
            }
        }
    }

    package var kind: Kind
    package var message: String
    package var notes: [String]
    package var help: String?
    package var cause: (any Error)?

    package init(
        _ kind: Kind, _ message: String, notes: [String] = [], help: String? = nil, cause: (any Error)? = nil
    ) {
        self.kind = kind
        self.message = message
        self.notes = notes
        self.help = help
        self.cause = cause
    }
}
