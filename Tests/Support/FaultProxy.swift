import Glibc
import Synchronization

/// A TCP proxy on 127.0.0.1 that a test tells what to break.
///
/// Over HTTP it looks at each request and may answer in the server's place, cut its answer or delay it; without an
/// upstream it is a small HTTP server. Over anything else (PostgreSQL) it breaks whole connections.
package final class FaultProxy: Sendable {
    package struct Request: Sendable {
        package var method: String
        package var target: String
        package var head: String
        package var body: [UInt8]
        /// The connection it came on: 1 is the first that was taken.
        package var connection = 0
    }

    package enum Trouble: Sendable {
        /// The connection is closed without a byte.
        case refuse
        /// The connection is reset after so many bytes of the answer (HTTP) or from the server (raw).
        case cut(afterBytes: Int)
        /// Nothing is answered until the client goes away.
        case stall
        case slow(bytesPerSecond: Int)
        /// Answered in the place of the server.
        case answer(Int, body: String = "", headers: [String] = [])
        /// Answered after a while by what is made of the request.
        case make(after: Duration, @Sendable (Request) -> (status: Int, body: String))
    }

    struct Rule {
        var trouble: Trouble
        var skipping: Int
        var times: Int
        var matches: @Sendable (Request) -> Bool
    }

    struct State {
        var rules: [Rule] = []
        var requests: [Request] = []
        var connections = 0
        var sockets: Set<Int32> = []
        var isStopped = false
    }

    package let port: Int
    let upstream: Int?
    let speaksHTTP: Bool
    let state = Mutex(State())
    private let listener: Listener

    /// - Parameters:
    ///   - upstream: a port of 127.0.0.1; nil when every request is answered by a rule.
    package init(upstream: Int?, speaksHTTP: Bool = true) {
        self.upstream = upstream
        self.speaksHTTP = speaksHTTP
        let listener = Listener()
        self.listener = listener
        port = Sockets.port(of: listener.socket)
        Sockets.thread { [weak self] in
            while let client = Sockets.accept(listener.socket) {
                guard let self, let number = self.register(client) else {
                    close(client)
                    break
                }
                Sockets.thread { self.serve(client, number) }
            }
        }
    }

    deinit { listener.wake() }

    /// Ends all connections and takes no more.
    package func stop() {
        state.withLock { state in
            state.isStopped = true
            for socket in state.sockets { shutdown(socket, CInt(SHUT_RDWR)) }
        }
        listener.wake()
    }

    /// Breaks the next matching requests (or connections, when raw), `skipping` some first.
    package func fail(
        _ trouble: Trouble, times: Int = 1, skipping: Int = 0,
        when matches: @escaping @Sendable (Request) -> Bool = { _ in true }
    ) {
        state.withLock {
            $0.rules.append(Rule(trouble: trouble, skipping: skipping, times: times, matches: matches))
        }
    }

    /// What was asked so far, in the order of arrival.
    package var requests: [Request] { state.withLock { $0.requests } }

    /// How many connections were taken so far.
    package var connections: Int { state.withLock { $0.connections } }

    /// Forgets the rules and the requests seen.
    package func reset() {
        state.withLock { ($0.rules, $0.requests) = ([], []) }
    }

    /// The trouble that is due for the request.
    func trouble(for request: Request) -> Trouble? {
        state.withLock { state in
            state.requests.append(request)
            for index in state.rules.indices where state.rules[index].times > 0 && state.rules[index].matches(request) {
                if state.rules[index].skipping > 0 {
                    state.rules[index].skipping -= 1
                    continue
                }
                state.rules[index].times -= 1
                return state.rules[index].trouble
            }
            return nil
        }
    }

    /// - Returns: the number of this connection, nil when the proxy was stopped.
    func register(_ socket: Int32) -> Int? {
        state.withLock { state in
            if state.isStopped { return nil }
            state.sockets.insert(socket)
            state.connections += 1
            return state.connections
        }
    }

    func release(_ socket: Int32) {
        state.withLock { state in
            state.sockets.remove(socket)
            close(socket)
        }
    }

    private func serve(_ client: Int32, _ number: Int) {
        if speaksHTTP { serveHTTP(client, number) } else { serveRaw(client) }
        release(client)
    }

    private func serveRaw(_ client: Int32) {
        let trouble = trouble(for: Request(method: "", target: "", head: "", body: []))
        if case .refuse = trouble { return }
        if case .stall = trouble { return Sockets.drain(client) }
        guard let upstream, let server = Sockets.connect(upstream), register(server) != nil else { return }
        let other = Mutex(false)
        Sockets.thread {
            Sockets.pump(client, to: server)
            other.withLock { $0 = true }
        }
        var (limit, rate) = (Int.max, Int.max)
        if case .cut(let bytes) = trouble { limit = bytes }
        if case .slow(let bytes) = trouble { rate = bytes }
        Sockets.pump(server, to: client, limit: limit, rate: rate)
        shutdown(client, CInt(SHUT_RDWR))
        shutdown(server, CInt(SHUT_RDWR))
        while !other.withLock({ $0 }) { usleep(1000) }
        release(server)
    }
}

/// A listening socket, closed when neither the proxy nor its thread needs it: closed earlier, its number would soon be
/// another test's connection.
private final class Listener: Sendable {
    let socket = Sockets.listen()

    deinit { close(socket) }

    /// Makes a thread that waits in `accept` return.
    func wake() { shutdown(socket, CInt(SHUT_RDWR)) }
}
