import Glibc
import Processes
import Sandbox

/// An HTTPS server on 127.0.0.1 whose certificate, for `localhost`, is signed by itself: `openssl s_server`.
package struct SecureServer {
    package let port: Int
    /// The path of the certificate, which is its own authority.
    package let certificate: String
    private let folder = TemporaryFolder()
    private let process: ChildProcess

    package static var isAvailable: Bool {
        Executable.find("openssl") != nil || getenv("CI").map { String(cString: $0) } == "true"
    }

    package init() throws {
        let openssl = try Executable.require("openssl", of: "openssl")
        let pair = try SelfSigned(in: folder.path)
        certificate = pair.certificate
        port = try Loopback.freePort()
        process = try ChildProcess.spawn(
            openssl,
            ["s_server", "-quiet", "-www", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", pair.key])
        while !Loopback.accepts(port: port), process.status() == nil { usleep(1000) }
    }

    package func stop() {
        process.send(SIGKILL)
        while process.status() == nil { usleep(1000) }
    }
}

/// TLS in front of a port of 127.0.0.1, for `localhost`: the bytes go on as they are.
package struct SecureFront {
    package let port: Int
    /// The path of the certificate, which is its own authority.
    package let certificate: String
    private let folder = TemporaryFolder()
    private let process: ChildProcess

    package init(before upstream: Int) throws {
        let pair = try SelfSigned(in: folder.path)
        certificate = pair.certificate
        port = try Loopback.freePort()
        let python = try Executable.require("python3", of: "python3")
        process = try ChildProcess.spawn(python, ["-c", Self.front, "\(port)", "\(upstream)", certificate, pair.key])
        while !Loopback.accepts(port: port), process.status() == nil { usleep(1000) }
    }

    package func stop() {
        process.send(SIGKILL)
        while process.status() == nil { usleep(1000) }
    }

    private static let front = """
        import socket, ssl, sys, threading
        port, upstream, certificate, key = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        def pump(source, target):
            try:
                while data := source.recv(65536): target.sendall(data)
            except OSError: pass
            for end in (source, target):
                try: end.shutdown(socket.SHUT_RDWR)
                except OSError: pass
        def serve(client):
            try: client = context.wrap_socket(client, server_side=True)
            except OSError: return
            server = socket.create_connection(("127.0.0.1", upstream))
            threading.Thread(target=pump, args=(server, client), daemon=True).start()
            pump(client, server)
        listener = socket.create_server(("127.0.0.1", port))
        while True:
            threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
        """
}

/// A key and a certificate for `localhost` that it has signed itself.
struct SelfSigned {
    let certificate: String
    let key: String

    init(in folder: String) throws {
        certificate = folder + "/certificate.pem"
        key = folder + "/key.pem"
        let making = try ChildProcess.spawn(
            try Executable.require("openssl", of: "openssl"),
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
            ])
        while making.status() == nil { usleep(1000) }
    }
}
