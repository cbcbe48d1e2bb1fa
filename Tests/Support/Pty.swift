import Glibc

/// A real terminal without a screen: what is written to `terminal` is read from `screen`.
package final class Pty {
    package let screen: Int32
    package let terminal: Int32

    package init?(columns: UInt16 = 80) {
        screen = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var number: Int32 = 0
        var unlock: Int32 = 0
        // TIOCSPTLCK and TIOCGPTN, which the module map of the C library leaves out.
        guard screen >= 0, ioctl(screen, 0x4004_5431, &unlock) == 0, ioctl(screen, 0x8004_5430, &number) == 0 else {
            return nil
        }
        terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        resize(columns: columns, lines: 24)
    }

    package func resize(columns: UInt16, lines: UInt16) {
        var size = winsize(ws_row: lines, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    }

    deinit {
        close(screen)
        close(terminal)
    }

    /// What was written so far. Waits for the first byte, up to ten seconds.
    package func shown() -> String { shown(waiting: 10_000) }

    /// What was written and not read yet, without waiting.
    package func shownNow() -> String { shown(waiting: 0) }

    private func shown(waiting milliseconds: Int32) -> String {
        var wait = pollfd(fd: screen, events: Int16(POLLIN), revents: 0)
        var timeout = milliseconds
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while poll(&wait, 1, timeout) > 0 {
            let count = read(screen, &chunk, chunk.count)
            if count <= 0 { break }
            bytes.append(contentsOf: chunk[..<count])
            timeout = 0
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    package func type(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(screen, $0.baseAddress, $0.count) }
    }
}

/// The two ends of a pipe.
package func pipeEnds() -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0)
    return (ends[0], ends[1])
}

/// Everything a closed pipe holds.
package func drain(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
        let count = read(descriptor, &chunk, chunk.count)
        if count <= 0 { break }
        bytes.append(contentsOf: chunk[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
}
