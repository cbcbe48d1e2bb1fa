import Glibc

/// A socket in the file system before a port of 127.0.0.1, as puma has one.
package final class UnixRelay: Sendable {
    package let path: String
    private let listener: Int32

    package init(at path: String, before port: Int) {
        self.path = path
        let socket = Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        listener = socket
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        precondition(bound == 0 && listen(socket, 16) == 0, "cannot listen at \(path)")
        Sockets.thread {
            while case let client = accept(socket, nil, nil), client >= 0 {
                guard let server = Sockets.connect(port) else {
                    close(client)
                    continue
                }
                Sockets.thread { Sockets.pump(client, to: server) }
                Sockets.thread {
                    Sockets.pump(server, to: client)
                    close(server)
                    close(client)
                }
            }
            close(socket)
        }
    }

    deinit { shutdown(listener, CInt(SHUT_RDWR)) }
}
