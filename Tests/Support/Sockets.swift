import Glibc

/// The few calls on sockets of 127.0.0.1 that the proxy needs. A failure ends the test: nothing works without them.
enum Sockets {
    static func listen() -> Int32 {
        let listener = open()
        let bound = withAddress(port: 0) { bind(listener, $0, $1) }
        precondition(bound == 0 && Glibc.listen(listener, 128) == 0, "cannot listen on 127.0.0.1")
        return listener
    }

    static func port(of listener: Int32) -> Int {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    static func accept(_ listener: Int32) -> Int32? {
        let socket = Glibc.accept(listener, nil, nil)
        guard socket >= 0 else { return nil }
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        noDelay(socket)
        return socket
    }

    static func connect(_ port: Int) -> Int32? {
        let socket = open()
        if withAddress(port: port, { Glibc.connect(socket, $0, $1) }) == 0 {
            noDelay(socket)
            return socket
        }
        close(socket)
        return nil
    }

    static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(socket, $0.baseAddress! + done, bytes.count - done, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    /// Reads until the other side goes away.
    static func drain(_ socket: Int32) {
        var chunk = [UInt8](repeating: 0, count: 4096)
        while recv(socket, &chunk, chunk.count, 0) > 0 {}
    }

    /// Copies until the end, or until `limit` bytes were passed on.
    static func pump(_ source: Int32, to target: Int32, limit: Int = .max, rate: Int = .max) {
        var left = limit
        var chunk = [UInt8](repeating: 0, count: rate < 65_536 ? max(1, rate / 100) : 65_536)
        while left > 0 {
            let count = recv(source, &chunk, min(chunk.count, left), 0)
            guard count > 0, write(Array(chunk[..<count]), to: target) else { break }
            left -= count
            if rate < .max { usleep(UInt32(1_000_000 * count / rate)) }
        }
        shutdown(target, CInt(SHUT_WR))
    }

    static func thread(_ body: @escaping @Sendable () -> Void) {
        final class Box: Sendable {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(Box(body)).toOpaque())
        precondition(status == 0, "no thread could be started")
        pthread_detach(thread)
    }

    private static func open() -> Int32 {
        let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        precondition(socket >= 0, "no socket")
        return socket
    }

    private static func noDelay(_ socket: Int32) {
        var yes: Int32 = 1
        setsockopt(socket, CInt(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func withAddress(port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt) -> CInt {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }
}
