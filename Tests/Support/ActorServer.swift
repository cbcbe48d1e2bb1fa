import Glibc
import Synchronization

/// Other people's servers, all of them at one port of 127.0.0.1: it answers by host and path.
package final class ActorServer: Sendable {
    package struct Request: Sendable, Equatable {
        package var method: String
        package var host: String
        package var path: String
    }

    private struct State {
        var requests: [Request] = []
        var underWay: [String: Int] = [:]
        var most: [String: Int] = [:]
    }

    package let port: Int
    private let listener: Int32
    private let state = Mutex(State())

    private let content: [UInt8]

    /// - Parameters:
    ///   - content: what comes with a 200.
    ///   - status: what is answered; nil closes the connection without a word.
    package init(content: [UInt8] = [], _ status: @escaping @Sendable (Request) -> Int?) {
        self.content = content
        let listener = Sockets.listen()
        self.listener = listener
        port = Sockets.port(of: listener)
        Sockets.thread { [weak self] in
            while let socket = Sockets.accept(listener) {
                Sockets.thread { [weak self] in
                    self?.serve(socket, status)
                    close(socket)
                }
            }
        }
    }

    deinit { shutdown(listener, CInt(SHUT_RDWR)) }

    /// As curl's `--connect-to`, for every host and port.
    package var mapping: String { "::127.0.0.1:\(port)" }
    package var requests: [Request] { state.withLock { $0.requests } }
    /// The most requests that were under way at the same time to one host.
    package var mostAtOnce: Int { state.withLock { $0.most.values.max() ?? 0 } }

    private func serve(_ socket: Int32, _ status: (Request) -> Int?) {
        guard let request = read(socket) else { return }
        state.withLock { state in
            state.requests.append(request)
            let count = state.underWay[request.host, default: 0] + 1
            state.underWay[request.host] = count
            state.most[request.host] = max(count, state.most[request.host] ?? 0)
        }
        let answer = status(request)
        // Before the answer: who asks again has it, and may be faster than this thread.
        state.withLock { $0.underWay[request.host, default: 1] -= 1 }
        guard let status = answer else { return }
        let body = status == 200 && request.method != "HEAD" ? content : []
        let text = "HTTP/1.1 \(status) Said\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        _ = Sockets.write(Array(text.utf8) + body, to: socket)
    }

    private func read(_ socket: Int32) -> Request? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0, bytes.count < 65_536 else { return nil }
            bytes += chunk[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines[0].split(separator: " ")
        let host = lines.first { $0.lowercased().hasPrefix("host:") }?.dropFirst(5).drop { $0 == " " } ?? ""
        guard words.count == 3 else { return nil }
        return Request(method: String(words[0]), host: String(host), path: String(words[1]))
    }
}
