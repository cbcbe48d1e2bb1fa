import Faults
import Glibc
import Processes

/// This program, run for one server of a fleet in a process of its own, with nothing of any other server in it.
package struct FleetChild: Sendable {
    /// How long one that was told to end may take, before it and all it started is killed.
    static let grace = Duration.seconds(10)

    package struct Ending: Sendable {
        /// The exit status, or 128 + the signal that ended it.
        package var status: Int32
        package var ranOut: Bool
        /// Paths of what it wrote.
        package var answer: String
        package var errors: String
    }

    private let program: String
    private let environment: [String: String]

    /// - Parameter environment: all that it gets, besides PATH and the plain locale.
    package init(environment: [String: String]) {
        self.environment = environment
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
        }
        program = String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
    }

    /// Runs it to its end; what it writes goes to `NAME.out` and `NAME.err` in the folder, which are new.
    ///
    /// - Parameters:
    ///   - variables: of this server alone.
    ///   - limit: it is told to end then.
    /// - Throws: `Fault(.inputOutput)` when it cannot be started, `CancellationError` once it has ended.
    package func run(
        _ words: [String], profile: String, variables: [String: String], in folder: String, as name: String,
        limit: Duration
    ) async throws -> Ending {
        try Task.checkCancellation()
        let (answer, errors) = ("\(folder)/\(name).out", "\(folder)/\(name).err")
        let output = try Self.file(answer)
        defer { close(output) }
        let complaints = try Self.file(errors)
        defer { close(complaints) }
        var environment = environment.merging(variables) { $1 }
        environment["MASTOCTL_PROFILE"] = profile
        // A session of its own, so that a signal reaches all it started, and Ctrl-C comes from here alone.
        let child = try ChildProcess.spawn(
            program, words, environment: environment, output: .descriptor(output), errors: complaints, detached: true)
        var kill = ContinuousClock.now + limit
        var signal = SIGTERM
        var ranOut = false
        var isTold = false
        while true {
            if let status = child.status() {
                try Task.checkCancellation()
                return Ending(status: status, ranOut: ranOut, answer: answer, errors: errors)
            }
            let isOver = ContinuousClock.now >= kill
            if isOver || (Task.isCancelled && !isTold) {
                if isOver, !isTold { ranOut = true }
                Glibc.kill(-child.id, signal)
                isTold = true
                signal = SIGKILL
                kill = ContinuousClock.now + Self.grace
            }
            await Pause.rest(.milliseconds(10))
        }
    }

    private static func file(_ path: String) throws -> CInt {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw Fault(.inputOutput, "cannot make \(path)", notes: [String(cString: strerror(errno))])
        }
        return descriptor
    }
}
