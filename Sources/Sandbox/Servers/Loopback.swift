import Faults
import Glibc

/// TCP ports of 127.0.0.1.
package enum Loopback {
    /// A port that nothing has taken. It lies below those that the kernel gives to outgoing connections (32768 and more),
    /// so that none of them takes it before its server begins.
    ///
    /// - Throws: `Fault(.inputOutput)`.
    package static func freePort() throws -> Int {
        for _ in 1...200 {
            let port = Int.random(in: 15_000..<32_000)
            let socket = try open()
            defer { close(socket) }
            if withAddress(port: port, { bind(socket, $0, $1) }) == 0 { return port }
        }
        throw Fault(.inputOutput, "no free port on 127.0.0.1: \(String(cString: strerror(errno)))")
    }

    /// True when something accepts connections there.
    package static func accepts(port: Int) -> Bool {
        guard let socket = try? open() else { return false }
        defer { close(socket) }
        return withAddress(port: port) { connect(socket, $0, $1) } == 0
    }

    private static func open() throws -> CInt {
        let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else {
            throw Fault(.inputOutput, "cannot open a socket: \(String(cString: strerror(errno)))")
        }
        return socket
    }

    private static func withAddress(
        port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) -> CInt {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }
}
