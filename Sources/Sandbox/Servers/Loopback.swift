import Faults
import Glibc

/// TCP ports of 127.0.0.1.
package enum Loopback {
    /// A port nobody listens on at this moment, from the range the kernel gives to clients.
    package static func freePort() throws -> Int {
        let socket = try open()
        defer { close(socket) }
        let bound = withAddress(port: 0) { bind(socket, $0, $1) }
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let named = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
        }
        guard bound == 0, named == 0 else {
            throw Fault(.inputOutput, "no free port on 127.0.0.1: \(String(cString: strerror(errno)))")
        }
        return Int(UInt16(bigEndian: address.sin_port))
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
