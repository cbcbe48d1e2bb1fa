import Faults
import Glibc
import Synchronization

/// One call of another program: its answer and its complaints apart, told as they come, ended with the task.
///
/// Arguments are visible to every user of the machine, so a secret goes into a file, the environment or the input.
package struct Invocation: Sendable {
    package enum Input: Sendable {
        case nothing
        case bytes([UInt8])
        /// Read by the child from where it stands.
        case descriptor(CInt)
    }

    package enum Answer: Sendable {
        case kept
        /// Told line by line and forgotten.
        case heard(@Sendable (String) -> Void)
        case descriptor(CInt)
    }

    /// What a finished program left behind.
    package struct Ending: Sendable {
        /// The exit status, or 128 + the signal that ended it.
        package var status: Int32
        /// Standard output, where it was kept.
        package var answer: [UInt8]
        /// Standard error, repaired to valid UTF-8; at most its last 64 KiB.
        package var complaints: String

        package var text: String { String(decoding: answer, as: UTF8.self) }
        /// The lines of the complaints that hold something.
        package var lines: [String] { complaints.split(whereSeparator: \.isNewline).map(String.init) }
    }

    package var executable: String
    package var arguments: [String]
    package var environment: [String: String]
    package var input: Input
    package var answer: Answer
    package var directory: String?
    /// The account to run as; needs root.
    package var user: String?
    /// What ends it when the task is cancelled. A program that does not heed it for a minute is killed.
    package var stopSignal: Int32 = SIGINT
    /// Leads a session of its own: what is typed at the terminal does not reach it.
    package var isDetached = false

    package init(
        _ executable: String, _ arguments: [String], environment: [String: String] = [:], input: Input = .nothing,
        answer: Answer = .kept, directory: String? = nil, user: String? = nil
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.input = input
        self.answer = answer
        self.directory = directory
        self.user = user
    }

    /// Runs it to its end; its status is the caller's to judge.
    ///
    /// - Throws: `CancellationError` once it has ended after a cancellation; `Fault` when it cannot be started.
    package func run() async throws -> Ending {
        try Task.checkCancellation()
        return try await start().ending()
    }

    /// Starts it.
    package func start() throws -> Running {
        let output: Scratch? = if case .descriptor = answer { nil } else { try Scratch() }
        let errors = try Scratch()
        var source: Scratch?
        var descriptor: CInt?
        switch input {
        case .nothing: break
        case .bytes(let bytes):
            source = try Scratch(bytes)
            descriptor = source?.descriptor
        case .descriptor(let number): descriptor = number
        }
        let target: CInt =
            switch answer {
            case .descriptor(let number): number
            case .kept, .heard: output?.descriptor ?? -1
            }
        let child = try ChildProcess.spawn(
            executable, arguments, environment: environment, output: .descriptor(target), errors: errors.descriptor,
            input: descriptor, directory: directory, user: user, detached: isDetached)
        withExtendedLifetime(source) {}
        return Running(child: child, program: self, output: output, errors: errors)
    }

    /// A program that may be going on. Its id stays its own until `ending` has been awaited.
    package final class Running: Sendable {
        private let child: ChildProcess
        private let program: Invocation
        private let output: Scratch?
        private let errors: Scratch
        private let isOver = Mutex(false)

        fileprivate init(child: ChildProcess, program: Invocation, output: Scratch?, errors: Scratch) {
            self.child = child
            self.program = program
            self.output = output
            self.errors = errors
        }

        /// Sends a signal, unless it has ended.
        package func send(_ signal: Int32) {
            isOver.withLock { if !$0 { child.send(signal) } }
        }

        /// Waits for the end without blocking a thread, and tells lines as they come.
        package func ending() async throws -> Ending {
            try await withTaskCancellationHandler {
                try await wait()
            } onCancel: {
                send(program.stopSignal)
            }
        }

        private func wait() async throws -> Ending {
            var reader = LineCutter()
            var pause = Duration.milliseconds(2)
            var patience: ContinuousClock.Instant?
            while true {
                let status = isOver.withLock { isOver in
                    let status = child.status()
                    isOver = status != nil
                    return status
                }
                if case .heard(let hear) = program.answer, let output {
                    reader.read(output, isOver: status != nil, hear)
                }
                if let status {
                    try Task.checkCancellation()
                    var answer: [UInt8] = []
                    if case .kept = program.answer { answer = output?.content() ?? [] }
                    let complaints = errors.content(from: max(0, errors.size - 65_536))
                    return Ending(
                        status: status, answer: answer, complaints: String(decoding: complaints, as: UTF8.self))
                }
                if Task.isCancelled {
                    let end = patience ?? .now + .seconds(60)
                    patience = end
                    if ContinuousClock.now > end { send(SIGKILL) }
                }
                await Pause.rest(pause)
                pause = min(pause * 2, .milliseconds(50))
            }
        }
    }
}

/// Cuts what grows in a file into lines.
private struct LineCutter {
    private var offset = 0
    private var rest: [UInt8] = []

    mutating func read(_ file: Scratch, isOver: Bool, _ hear: (String) -> Void) {
        let fresh = file.content(from: offset)
        offset += fresh.count
        rest += fresh
        var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let last = lines.popLast() ?? []
        for line in lines where !line.isEmpty { hear(String(decoding: line, as: UTF8.self)) }
        rest = Array(last)
        if isOver, !rest.isEmpty {
            hear(String(decoding: rest, as: UTF8.self))
            rest = []
        }
    }
}
