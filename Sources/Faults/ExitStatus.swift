/// How a run ends, as the shell sees it. The numbers from 64 follow BSD's `sysexits.h`.
package enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case problems = 1
    case usage = 64
    case badData = 65
    case noSuch = 66
    case unreachable = 69
    case ourBug = 70
    case inputOutput = 74
    case busy = 75
    case denied = 77
    case configuration = 78
    case interrupted = 130
    case terminated = 143

    /// One line for the help and the manual.
    package var explanation: String {
        switch self {
        case .done: "done, or nothing to do"
        case .problems: "some items failed, or a check found problems"
        case .usage: "the command line is wrong"
        case .badData: "input data is wrong"
        case .noSuch: "no such account, domain, file or record"
        case .unreachable: "a service cannot be reached"
        case .ourBug: "a defect in mastoctl"
        case .inputOutput: "reading or writing failed"
        case .busy: "another run holds the lock, or a resource is busy"
        case .denied: "permission denied"
        case .configuration: "the configuration or the schema does not fit"
        case .interrupted: "interrupted (Ctrl-C)"
        case .terminated: "terminated"
        }
    }
}
