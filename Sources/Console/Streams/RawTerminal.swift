import Faults
import Glibc
import Synchronization

/// A terminal that gives single keys and shows whole screens, until `restore`. Signals of the keyboard stay signals.
///
/// It is put back by `restore`, and by a second signal, which ends the process at once.
package final class RawTerminal: Sendable {
    private let keys: Int32
    private let screen: Int32
    /// Whether it may still be drawn on. A signal's handler does not ask: it leaves at once.
    private let isRaw = Mutex(true)

    /// - Parameters:
    ///   - keys: where keys are read from.
    ///   - screen: where is drawn.
    /// - Throws: `Fault(.usage)` when either is no terminal.
    package init(keys: Int32 = STDIN_FILENO, screen: Int32 = STDOUT_FILENO) throws {
        self.keys = keys
        self.screen = screen
        var state = termios()
        guard isatty(screen) == 1, tcgetattr(keys, &state) == 0 else {
            throw Fault(.usage, "this needs a terminal to draw on and to read keys from")
        }
        TerminalRescue.begin(keys: keys, screen: screen, state)
        state.c_lflag &= ~tcflag_t(ICANON | ECHO)
        // A program that is stopped cannot put the terminal back.
        withUnsafeMutableBytes(of: &state.c_cc) { letters in
            letters[Int(VMIN)] = 0
            letters[Int(VTIME)] = 0
            letters[Int(VSUSP)] = 0
        }
        tcsetattr(keys, TCSADRAIN, &state)
        send("\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J")
    }

    deinit { restore() }

    /// Puts everything back, as often as it is called.
    package func restore() {
        isRaw.withLock { isRaw in
            if isRaw { TerminalRescue.restore() }
            isRaw = false
        }
    }

    /// Columns and lines as they are now; 80 and 24 where the terminal does not tell.
    package var size: (columns: Int, lines: Int) {
        var size = winsize()
        guard ioctl(screen, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Draws lines from the top, in one piece, and clears what is below them; nothing once it is put back.
    package func draw(_ lines: [String]) {
        isRaw.withLock { isRaw in
            guard isRaw else { return }
            send("\u{1B}[H" + lines.map { "\($0)\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J")
        }
    }

    package enum Input: Sendable, Equatable {
        case text(String)
        /// The terminal has gone away.
        case ended
    }

    /// What was typed within a time; nil for nothing.
    package func typed(within milliseconds: Int32) -> Input? {
        var wait = pollfd(fd: keys, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, milliseconds) > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(keys, &bytes, bytes.count)
        if count <= 0 { return .ended }
        return .text(String(decoding: bytes[..<count], as: UTF8.self))
    }

    private func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(screen, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var wait = pollfd(fd: screen, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, 1_000)
            } else if errno != EINTR {
                return
            }
        }
    }
}

/// What a terminal was like before it was made raw, where a signal's handler finds it.
enum TerminalRescue {
    private struct Place: @unchecked Sendable {
        let state: UnsafeMutablePointer<termios>
    }

    private static let place = Place(state: .allocate(capacity: 1))
    private static let keys = Atomic<Int32>(-1)
    private static let screen = Atomic<Int32>(-1)
    /// Leaves the second screen and shows the cursor.
    private static let leaving: StaticString = "\u{1B}[?25h\u{1B}[?1049l"

    /// Touches every global that a handler uses, so that none is made there. A terminal may be raw by then.
    static func prepare() {
        _ = (place.state, leaving.utf8CodeUnitCount, screen.load(ordering: .relaxed), keys.load(ordering: .relaxed))
    }

    static func begin(keys: Int32, screen: Int32, _ state: termios) {
        prepare()
        place.state.initialize(to: state)
        self.screen.store(screen, ordering: .relaxed)
        self.keys.store(keys, ordering: .releasing)
    }

    /// Only calls that are safe in a signal's handler: atomics, `tcsetattr`, `write`.
    static func restore() {
        let descriptor = keys.exchange(-1, ordering: .acquiringAndReleasing)
        guard descriptor >= 0 else { return }
        _ = write(screen.load(ordering: .relaxed), leaving.utf8Start, leaving.utf8CodeUnitCount)
        tcsetattr(descriptor, TCSANOW, place.state)
    }
}
