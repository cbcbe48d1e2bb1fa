import Faults
import Glibc

/// A descriptor with a buffer and an answer to every way a write can fail.
struct Sink {
    private let descriptor: Int32
    private let name: String
    private let capacity: Int
    private var buffer: [UInt8] = []
    /// True once the reader has gone away (EPIPE); what follows is dropped.
    private(set) var isClosed = false

    init(descriptor: Int32, name: String, capacity: Int) {
        self.descriptor = descriptor
        self.name = name
        self.capacity = capacity
    }

    /// - Throws: `Fault` of kind `inputOutput` when the device is full or broken.
    mutating func write(_ text: String) throws {
        if isClosed { return }
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= capacity { try flush() }
    }

    mutating func flush() throws {
        var sent = 0
        defer { buffer.removeFirst(sent) }
        while sent < buffer.count && !isClosed {
            let count = buffer.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress! + sent, bytes.count - sent)
            }
            if count >= 0 {
                sent += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // Somebody else made the shared terminal non-blocking.
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            case EPIPE:
                isClosed = true
                sent = buffer.count
            default:
                let reason = String(cString: strerror(errno))
                // What could not be written will not be tried again: the fault is told once.
                sent = buffer.count
                throw Fault(.inputOutput, "cannot write to \(name)", notes: [reason])
            }
        }
    }
}
