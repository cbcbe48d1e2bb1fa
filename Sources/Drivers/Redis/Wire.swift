import Glibc

/// A connected stream socket, with or without TLS over it. It belongs to one thread.
final class Wire {
    private let descriptor: CInt
    private let tls: TLSSession?
    private let timeout: Duration

    /// Connects to the first address of the host that answers, or to a Unix socket.
    init(_ settings: RedisSettings, to address: RedisSettings.Address?) throws {
        let deadline = ContinuousClock.now + settings.connectTimeout
        timeout = settings.timeout
        if let address {
            descriptor = try Self.connect(address, until: deadline)
        } else {
            descriptor = try Self.connect(path: settings.socket ?? "", until: deadline)
        }
        do {
            tls = settings.usesTLS ? try TLSSession(settings, host: address?.host, descriptor: descriptor) : nil
            while let interest = try tls?.shakeHands() {
                try Self.wait(descriptor, for: interest, until: deadline, else: .tlsFailed)
            }
        } catch {
            // An initialiser that throws runs no deinit.
            close(descriptor)
            throw error
        }
    }

    deinit {
        tls?.close()
        close(descriptor)
    }

    /// Sends `bytes` while receiving, so that no side waits for the other to read; until `isDone` says so of what came.
    func exchange(_ bytes: [UInt8], until isDone: (UnsafeRawBufferPointer) throws -> Bool) throws {
        var sent = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            var hasMoved = false
            while true {
                let count = try receive(buffer)
                guard count > 0 else { break }
                hasMoved = true
                if try isDone(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return }
            }
            if sent < bytes.count {
                let count = try bytes.withUnsafeBytes { try send(UnsafeRawBufferPointer(rebasing: $0[sent...])) }
                sent += count
                hasMoved = hasMoved || count > 0
            }
            if !hasMoved {
                let interest = POLLIN | (sent < bytes.count ? POLLOUT : 0)
                try Self.wait(descriptor, for: interest, until: ContinuousClock.now + timeout, else: .timedOut)
            }
        }
    }

    /// Bytes received, 0 when there are none now.
    private func receive(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        if let tls { return try tls.receive(buffer) }
        let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        if count > 0 { return count }
        if count < 0, errno == EAGAIN || errno == EINTR { return 0 }
        throw RedisError(
            .connectionLost, count == 0 ? "Redis closed the connection" : Self.reason("the connection to Redis broke"))
    }

    private func send(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        if let tls { return try tls.send(bytes) }
        let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL))
        if count >= 0 { return count }
        if errno == EAGAIN || errno == EINTR { return 0 }
        throw RedisError(.connectionLost, Self.reason("the connection to Redis broke"))
    }

    // MARK: - connecting

    private static func connect(_ address: RedisSettings.Address, until deadline: ContinuousClock.Instant) throws
        -> CInt
    {
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(address.host, String(address.port), &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard code == 0 else {
            throw RedisError(
                .connectionFailed, "cannot find \(address.host): \(String(cString: gai_strerror(code)))")
        }
        var last = RedisError(.connectionFailed, "\(address.host) has no address")
        var next = list
        while let info = next?.pointee {
            do {
                return try connect(
                    info.ai_family, info.ai_addr, info.ai_addrlen, "\(address.host):\(address.port)", deadline)
            } catch let error as RedisError {
                last = error
            }
            next = info.ai_next
        }
        throw last
    }

    private static func connect(path: String, until deadline: ContinuousClock.Instant) throws -> CInt {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8) + [0]
        guard name.count <= MemoryLayout.size(ofValue: address.sun_path), name.dropLast().allSatisfy({ $0 != 0 }) else {
            throw RedisError(.invalidSettings, "the path of the Redis socket is too long")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        return try withUnsafePointer(to: &address) {
            try $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                try connect(AF_UNIX, $0, socklen_t(MemoryLayout<sockaddr_un>.size), path, deadline)
            }
        }
    }

    private static func connect(
        _ family: CInt, _ address: UnsafePointer<sockaddr>, _ size: socklen_t, _ name: String,
        _ deadline: ContinuousClock.Instant
    ) throws -> CInt {
        let flags = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let descriptor = socket(family, CInt(flags), 0)
        guard descriptor >= 0 else { throw RedisError(.connectionFailed, reason("cannot open a socket")) }
        do {
            if Glibc.connect(descriptor, address, size) != 0 {
                guard errno == EINPROGRESS else {
                    throw RedisError(.connectionFailed, reason("cannot connect to \(name)"))
                }
                try wait(descriptor, for: POLLOUT, until: deadline, else: .connectionFailed)
                var code: CInt = 0
                var length = socklen_t(MemoryLayout<CInt>.size)
                getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
                errno = code
                guard code == 0 else { throw RedisError(.connectionFailed, reason("cannot connect to \(name)")) }
            }
            if family != AF_UNIX {
                var on: CInt = 1
                setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
                setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, socklen_t(MemoryLayout<CInt>.size))
            }
            return descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Waits until the socket is ready. A cancelled task ends it within 50 ms.
    private static func wait(
        _ descriptor: CInt, for interest: CInt, until deadline: ContinuousClock.Instant, else kind: RedisError.Kind
    ) throws {
        while true {
            var entry = pollfd(fd: descriptor, events: Int16(interest), revents: 0)
            if poll(&entry, 1, 50) > 0 { return }
            try Task.checkCancellation()
            guard ContinuousClock.now < deadline else { throw RedisError(kind, "Redis did not answer in time") }
        }
    }

    private static func reason(_ what: String) -> String {
        "\(what): \(String(cString: strerror(errno)))"
    }
}
