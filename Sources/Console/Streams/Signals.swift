import Glibc
import Synchronization

/// Ctrl-C and `kill`: the first asks, the second leaves at once.
package enum Signals {
    private static let caught = Atomic<Int32>(0)
    private static let pipeEnd = Atomic<Int32>(-1)

    /// The first of SIGINT, SIGTERM and SIGHUP that arrived, or nil.
    package static var first: Int32? {
        let signal = caught.load(ordering: .relaxed)
        return signal == 0 ? nil : signal
    }

    /// 130 for SIGINT, 143 for the others.
    package static func status(of signal: Int32) -> Int32 { signal == SIGINT ? 130 : 143 }

    /// A write to a reader that went away is an error to handle, not a reason to die half way through a deletion.
    package static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Calls `first` on its own thread when the first signal arrives; the second ends the process with 130 or 143.
    ///
    /// A signal the parent chose to ignore (`nohup`, a background job) stays ignored. To be called once.
    package static func watch(_ first: @escaping @Sendable (Int32) -> Void) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // Touches every global the handler uses, so that it never runs an initialiser.
        _ = (caught.load(ordering: .relaxed), restoring)
        TerminalRescue.prepare()
        pipeEnd.store(ends[1], ordering: .releasing)
        let reading = ends[0]
        let listener = Listener { listen(at: reading, first) }
        var thread = pthread_t()
        let box = Unmanaged.passRetained(listener)
        let code = pthread_create(
            &thread, nil,
            { argument in
                Unmanaged<Listener>.fromOpaque(argument!).takeRetainedValue().body()
                return nil
            }, box.toOpaque())
        guard code == 0 else {
            box.release()
            return
        }
        pthread_detach(thread)
        for signal in [SIGINT, SIGTERM, SIGHUP] { handle(signal) }
    }

    private final class Listener: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private static func listen(at descriptor: Int32, _ first: (Int32) -> Void) {
        var byte: UInt8 = 0
        while true {
            let count = read(descriptor, &byte, 1)
            if count == 1 { return first(Int32(byte)) }
            if count == 0 || errno != EINTR { return }
        }
    }

    private static func handle(_ signal: Int32) {
        var old = sigaction()
        sigaction(signal, nil, &old)
        if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
            return
        }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { signal in
            // Only calls that are safe here: atomics, write, _exit.
            let (isFirst, _) = Signals.caught.compareExchange(
                expected: 0, desired: signal, ordering: .relaxed)
            if isFirst {
                var byte = UInt8(truncatingIfNeeded: signal)
                let saved = errno
                _ = write(Signals.pipeEnd.load(ordering: .relaxed), &byte, 1)
                errno = saved
                return
            }
            TerminalRescue.restore()
            if isatty(STDERR_FILENO) == 1 {
                // A fresh line and a visible cursor for the shell.
                withUnsafePointer(to: Signals.restoring) { _ = write(STDERR_FILENO, $0, 8) }
            }
            _exit(Signals.status(of: signal))
        }
        action.sa_flags = SA_RESTART
        sigaction(signal, &action, nil)
    }

    /// `\r`, `ESC [ 0 m`, `ESC [ K`.
    private static let restoring: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (
        0x0D, 0x1B, 0x5B, 0x30, 0x6D, 0x1B, 0x5B, 0x4B
    )
}
