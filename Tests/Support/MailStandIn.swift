import Glibc
import Processes
import Sandbox

/// A mail server on 127.0.0.1 for `localhost`, which keeps what it is given: one mail after the other, with who it was
/// from and for. Its one user is `town` with the password `p4ss-w0rd`.
package struct MailStandIn: Sendable {
    package enum Security: String, Sendable { case plain, starttls, tls }

    package let port: Int
    /// The path of the certificate, which is its own authority; `localhost` alone may be called so.
    package let certificate: String
    private let folder = TemporaryFolder()
    private let process: ChildProcess

    package static var isAvailable: Bool {
        Executable.find("python3") != nil && Executable.find("openssl") != nil || getenv("CI") != nil
    }

    /// - Parameter refusesMail: whether it takes no mail from anybody.
    package init(_ security: Security = .plain, refusesMail: Bool = false) throws {
        let pair = try SelfSigned(in: folder.path)
        certificate = pair.certificate
        port = try Loopback.freePort()
        let python = try Executable.require("python3", of: "python3")
        process = try ChildProcess.spawn(
            python,
            [
                "-c", Self.server, "\(port)", security.rawValue, certificate, pair.key, "\(folder.path)/mails",
                refusesMail ? "refuse" : "take",
            ])
        while !Loopback.accepts(port: port), process.status() == nil { usleep(1000) }
    }

    /// All that it was given: `FROM <a@b>`, `TO <c@d>` and the lines of the mail.
    package var mails: String { TextFile.read("\(folder.path)/mails") ?? "" }

    package func stop() {
        process.send(SIGKILL)
        while process.status() == nil { usleep(1000) }
    }

    private static let server = #"""
        import base64, socket, ssl, sys, threading
        port, security, certificate, key, mails, mood = int(sys.argv[1]), *sys.argv[2:7]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        def serve(peer):
            try:
                if security == "tls": peer = context.wrap_socket(peer, server_side=True)
                stream = peer.makefile("rwb")
                def say(text):
                    stream.write(text.encode() + b"\r\n")
                    stream.flush()
                say("220 localhost ready")
                encrypted, sender, known = security == "tls", "", False
                while line := stream.readline():
                    words = line.decode().strip()
                    verb = words.split(" ")[0].upper()
                    if verb == "EHLO":
                        say("250-localhost")
                        if security == "starttls" and not encrypted: say("250-STARTTLS")
                        say("250 AUTH PLAIN LOGIN")
                    elif verb == "STARTTLS":
                        say("220 go on")
                        peer = context.wrap_socket(peer, server_side=True)
                        stream, encrypted = peer.makefile("rwb"), True
                    elif verb == "AUTH":
                        parts = words.split(" ")
                        if parts[1].upper() == "PLAIN":
                            if len(parts) < 3:
                                say("334 ")
                                parts.append(stream.readline().decode().strip())
                            secret = base64.b64decode(parts[2]).split(b"\0")[1:]
                        else:
                            if len(parts) < 3:
                                say("334 VXNlcm5hbWU6")
                                parts.append(stream.readline().decode().strip())
                            say("334 UGFzc3dvcmQ6")
                            secret = [base64.b64decode(parts[2]), base64.b64decode(stream.readline().strip())]
                        known = secret == [b"town", b"p4ss-w0rd"]
                        say("235 2.7.0 welcome" if known else "535 5.7.8 no such user or password")
                    elif verb == "MAIL":
                        sender = words[10:].split(" ")[0]
                        say("250 ok" if mood == "take" else "550 5.7.1 not from you")
                    elif verb == "RCPT":
                        recipient = words[8:]
                        say("250 ok")
                    elif verb == "DATA":
                        say("354 go on")
                        text = b""
                        while not text.endswith(b"\r\n.\r\n"): text += stream.readline()
                        with open(mails, "ab") as file:
                            file.write(f"FROM {sender}\nTO {recipient}\n".encode() + text[:-3])
                        say("250 2.0.0 queued as 1")
                    elif verb == "QUIT":
                        say("221 goodbye")
                        break
                    else: say("250 ok")
            except (OSError, IndexError): pass
            peer.close()
        listener = socket.create_server(("127.0.0.1", port))
        while True:
            threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
        """#
}
