import Faults
import Glibc
import Processes
import Sandbox

/// What one run of the built binary left behind.
package struct Run: Sendable {
    /// The exit status, or 128 + the signal that ended it.
    package var status: Int32
    /// Standard output.
    package var answer: String
    /// Standard error.
    package var conversation: String
    package var seconds: Double

    /// What an answer's form must be is looked at, too, when forms are recorded.
    package init(status: Int32, answer: String, conversation: String, seconds: Double) {
        if status == 0 || status == 1 { AnswerShape.record(answer) }
        self.status = status
        self.answer = answer
        self.conversation = conversation
        self.seconds = seconds
    }

    /// Where the answer goes.
    package enum Answer: String, Sendable {
        case kept = #">"$MASTOCTL_TEST_OUT""#
        case closed = ">&-"
        case full = ">/dev/full"
        /// A reader that takes one line and goes away.
        case head = #"| head -n 1 >"$MASTOCTL_TEST_OUT""#
    }
}

/// A run of the binary that may still be going on.
package final class Running: Sendable {
    private let child: ChildProcess
    private let folder = TemporaryFolder()
    private let start = ContinuousClock.now

    /// - Parameters:
    ///   - environment: beside `PATH`, `LC_ALL`, `TZ`, `HOME`.
    ///   - user: an account to run as; needs root.
    ///   - tracer: a program that runs the binary, and its arguments.
    package init(
        _ words: [String], environment: [String: String], answer: Run.Answer = .kept, user: String? = nil,
        under tracer: [String] = []
    ) throws {
        chmod(folder.path, 0o777)
        let variables = ["MASTOCTL_TEST_OUT": "\(folder.path)/out", "MASTOCTL_TEST_ERR": "\(folder.path)/err"]
        let line =
            answer == .head
            ? #"{ "$0" "$@" 2>"$MASTOCTL_TEST_ERR"; echo $? >"$MASTOCTL_TEST_OUT.status"; } "#
                + answer.rawValue + #"; exit "$(cat "$MASTOCTL_TEST_OUT.status")""#
            : #"exec "$0" "$@" 2>"$MASTOCTL_TEST_ERR" "# + answer.rawValue
        child = try ChildProcess.spawn(
            "/bin/sh", ["-c", line] + tracer + [Program.path] + words,
            environment: variables.merging(environment) { $1 }, user: user)
    }

    /// The process's id: the binary's own, unless its answer goes to `head`.
    package var id: pid_t { child.id }

    package func send(_ signal: Int32) { child.send(signal) }

    /// What it said on standard error so far.
    package var conversation: String { TextFile.read("\(folder.path)/err") ?? "" }

    /// Waits for the end; a run that takes longer than one can have patience for is killed, and its status is 137.
    package func end(patience: Duration = .seconds(120)) async -> Run {
        let alarm = Task { [child] in
            try await Patience.pass(patience)
            child.send(SIGKILL)
        }
        let status = await child.wait()
        alarm.cancel()
        let spent = ContinuousClock.now - start
        return Run(
            status: status, answer: TextFile.read("\(folder.path)/out") ?? "",
            conversation: TextFile.read("\(folder.path)/err") ?? "",
            seconds: Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18)
    }
}
