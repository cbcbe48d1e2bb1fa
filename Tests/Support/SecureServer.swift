import Glibc
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
        certificate = folder.path + "/certificate.pem"
        let key = folder.path + "/key.pem"
        let making = try ChildProcess.spawn(
            openssl,
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
            ])
        while making.status() == nil { usleep(1000) }
        port = try Loopback.freePort()
        process = try ChildProcess.spawn(
            openssl, ["s_server", "-quiet", "-www", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key])
        while !Loopback.accepts(port: port), process.status() == nil { usleep(1000) }
    }

    package func stop() {
        process.send(SIGKILL)
        while process.status() == nil { usleep(1000) }
    }
}
