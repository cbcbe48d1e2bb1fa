import Glibc
import Processes
import Sandbox

/// An authority of a test's own, with a second one below it that signs certificates, made by `openssl`.
package final class CertificateAuthority: Sendable {
    /// Files of PEM: what a server sends, and its key.
    package struct Pair: Sendable {
        package let chain: String
        package let key: String
    }

    package enum Sending: Sendable { case whole, itselfAlone, selfSigned }

    /// The path of the certificate that is trusted.
    package let root: String
    private let folder = TemporaryFolder()
    private let openssl: String

    package init() throws {
        openssl = try Executable.require("openssl", of: "openssl")
        root = folder.path + "/root.pem"
        try run(
            ["req", "-x509"] + Self.newKey + [
                "-days", "9", "-subj", "/CN=Root", "-keyout", path("root.key"), "-out", root,
            ])
        try sign("middle", subject: "/CN=Middle", by: "root", "basicConstraints=critical,CA:true", days: 9)
    }

    /// - Parameters:
    ///   - name: of the files, each once.
    ///   - days: from now on that it is valid; -1 for one that ended yesterday.
    package func pair(_ name: String, for hosts: [String], days: Int, sending: Sending = .whole) throws -> Pair {
        let names = "subjectAltName=" + hosts.map { "DNS:\($0)" }.joined(separator: ",")
        if sending == .selfSigned {
            try run(
                ["req", "-x509"] + Self.newKey
                    + [
                        "-days", "\(days)", "-subj", "/CN=Itself", "-addext", names, "-keyout", path("\(name).key"),
                        "-out", path("\(name).pem"),
                    ])
        } else {
            try sign(name, subject: "/CN=\(hosts[0])", by: "middle", names, days: days)
        }
        if sending == .whole {
            folder.make("\(name).chain", content: text("\(name).pem") + text("middle.pem"))
            return Pair(chain: path("\(name).chain"), key: path("\(name).key"))
        }
        return Pair(chain: path("\(name).pem"), key: path("\(name).key"))
    }

    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

    private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    private func sign(_ name: String, subject: String, by signer: String, _ extension: String, days: Int) throws {
        folder.make("\(name).ext", content: `extension` + "\n")
        try run(
            ["req"] + Self.newKey + ["-subj", subject, "-keyout", path("\(name).key"), "-out", path("\(name).csr")])
        try run([
            "x509", "-req", "-in", path("\(name).csr"), "-CA", path("\(signer).pem"), "-CAkey", path("\(signer).key"),
            "-CAcreateserial", "-days", "\(days)", "-extfile", path("\(name).ext"), "-out", path("\(name).pem"),
        ])
    }

    private func text(_ name: String) -> String {
        guard let file = fopen(path(name), "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    }

    private func run(_ words: [String]) throws {
        let child = try ChildProcess.spawn(openssl, words)
        while child.status() == nil { usleep(1_000) }
    }
}

/// A TLS server on loopback that shakes hands and says no more.
package final class GreetedServer: Sendable {
    package let port: Int
    private let process: ChildProcess

    /// - Parameter isOnBoth: whether it listens on `::1`, too, where this machine has that.
    package init(_ pair: CertificateAuthority.Pair, isOnBoth: Bool = false) throws {
        port = try Loopback.freePort()
        let python = try Executable.require("python3", of: "python3")
        process = try ChildProcess.spawn(
            python, ["-c", Self.program, "\(port)", isOnBoth ? "both" : "one", pair.chain, pair.key])
        while !Loopback.accepts(port: port), process.status() == nil { usleep(1_000) }
    }

    deinit { stop() }

    /// Once its end was seen, nothing is told of it any more.
    package func stop() {
        process.send(SIGKILL)
        for _ in 1...5_000 where process.status() == nil {
            if kill(process.id, 0) != 0 { return }
            usleep(1_000)
        }
    }

    private static let program = """
        import socket, ssl, sys, threading
        port, kind, chain, key = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain, key)
        def greet(client):
            try: context.wrap_socket(client, server_side=True).recv(1)
            except OSError: pass
            client.close()
        def serve(listener):
            while True:
                threading.Thread(target=greet, args=(listener.accept()[0],), daemon=True).start()
        listeners = []
        if kind == "both":
            try: listeners.append(socket.create_server(("::1", port), family=socket.AF_INET6))
            except OSError: pass
        listeners.append(socket.create_server(("127.0.0.1", port)))
        for listener in listeners[1:]: threading.Thread(target=serve, args=(listener,), daemon=True).start()
        serve(listeners[0])
        """
}
