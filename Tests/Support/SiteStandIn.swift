import Glibc
import Synchronization

/// A web site on 127.0.0.1 that answers as it is told, whatever host it is asked for.
package final class SiteStandIn: Sendable {
    package struct Request: Sendable {
        package var method: String
        package var host: String
        package var path: String
        /// By names in lower case.
        package var headers: [String: String]
    }

    package struct Answer: Sendable {
        package var status: Int
        package var headers: [(String, String)]
        package var body: String

        package init(_ status: Int, _ body: String = "", headers: [(String, String)] = []) {
            self.status = status
            self.headers = headers
            self.body = body
        }
    }

    package let port: Int
    private let listener: Int32
    private let answers: Mutex<@Sendable (Request) -> Answer>

    package init(_ answer: @escaping @Sendable (Request) -> Answer) {
        let listener = Sockets.listen()
        self.listener = listener
        port = Sockets.port(of: listener)
        answers = Mutex(answer)
        Sockets.thread { [weak self] in
            while let socket = Sockets.accept(listener) {
                Sockets.thread { [weak self] in
                    self?.serve(socket)
                    close(socket)
                }
            }
        }
    }

    deinit { shutdown(listener, CInt(SHUT_RDWR)) }

    /// As curl's `--connect-to`, for every host and port, without TLS.
    package var mapping: String { "::127.0.0.1:\(port):plain" }

    private func serve(_ socket: Int32) {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0, bytes.count < 65_536 else { return }
            bytes += chunk[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return }
        let host = lines.first { $0.lowercased().hasPrefix("host:") }?.dropFirst(5).drop { $0 == " " } ?? ""
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
        }
        let request = Request(method: String(words[0]), host: String(host), path: String(words[1]), headers: headers)
        let answer = answers.withLock { $0 }(request)
        var text =
            "HTTP/1.1 \(answer.status) Said\r\nContent-Length: \(answer.body.utf8.count)\r\nConnection: close\r\n"
        for (name, value) in answer.headers { text += "\(name): \(value)\r\n" }
        _ = Sockets.write(Array("\(text)\r\n\(answer.body)".utf8), to: socket)
    }
}
