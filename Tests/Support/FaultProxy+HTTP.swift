import Glibc

extension FaultProxy {
    /// Serves the requests of one connection, one after the other.
    ///
    /// - Parameter number: the connection's.
    func serveHTTP(_ client: Int32, _ number: Int) {
        var input = SocketReader(client)
        var server: (socket: Int32, reader: SocketReader)?
        defer { if let server { release(server.socket) } }
        while let message = input.message(isAnswerTo: nil) {
            let words = message.head.prefix { $0 != "\r\n" && $0 != "\r" }.split(separator: " ")
            guard words.count >= 2 else { return }
            let request = Request(
                method: String(words[0]), target: String(words[1]), head: message.head, body: message.body,
                connection: number)
            let trouble = trouble(for: request)
            switch trouble {
            case .refuse: return
            case .stall: return Sockets.drain(client)
            case .answer(let status, let body, let headers):
                guard Sockets.write(Self.answer(status, body, headers), to: client) else { return }
                continue
            case .make(let pause, let body):
                usleep(UInt32(pause / .microseconds(1)))
                let made = body(request)
                guard Sockets.write(Self.answer(made.status, made.body, []), to: client) else { return }
                continue
            case .cut, .slow, nil: break
            }
            if server == nil, let upstream, let socket = Sockets.connect(upstream), register(socket) != nil {
                server = (socket, SocketReader(socket))
            }
            guard server != nil, Sockets.write(message.bytes, to: server!.socket),
                let answer = server!.reader.message(isAnswerTo: request.method)
            else { return }
            switch trouble {
            case .cut(let count):
                _ = Sockets.write(Array(answer.bytes.prefix(count)), to: client)
                return
            case .slow(let rate):
                for byte in answer.bytes {
                    guard Sockets.write([byte], to: client) else { return }
                    usleep(UInt32(1_000_000 / rate))
                }
            default: guard Sockets.write(answer.bytes, to: client) else { return }
            }
        }
    }

    private static func answer(_ status: Int, _ body: String, _ headers: [String]) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status) Told", "Content-Length: \(body.utf8.count)"] + headers
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }
}

/// HTTP messages from a socket, whole.
struct SocketReader {
    struct Message {
        var head: String
        var body: [UInt8]
        var bytes: [UInt8]
    }

    private let socket: Int32
    private var buffer: [UInt8] = []

    init(_ socket: Int32) { self.socket = socket }

    /// The next message, nil when the connection ended before it was whole.
    mutating func message(isAnswerTo method: String?) -> Message? {
        guard let end = upTo("\r\n\r\n", from: 0) else { return nil }
        let head = String(decoding: buffer[..<end], as: UTF8.self)
        let status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
        var total = end
        if method == "HEAD" || method != nil && (status == 204 || status == 304 || status < 200) {
            total = end
        } else if let length = Self.value("content-length", in: head).flatMap({ Int($0) }) {
            total = end + length
            while buffer.count < total { guard more() else { return nil } }
        } else if Self.value("transfer-encoding", in: head) != nil {
            guard let stop = upTo("0\r\n\r\n", from: end) else { return nil }
            total = stop
        }
        let bytes = Array(buffer[..<total])
        buffer.removeFirst(total)
        if method != nil, status == 100 { return message(isAnswerTo: method) }
        return Message(head: head, body: Array(bytes[end...]), bytes: bytes)
    }

    private static func value(_ name: String, in head: String) -> String? {
        head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("\(name):") }
            .map { String($0.dropFirst(name.utf8.count + 1).drop { $0 == " " }) }
    }

    /// The index behind the mark.
    private mutating func upTo(_ mark: String, from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        var index = start
        while true {
            while index + mark.count <= buffer.count {
                if buffer[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
                index += 1
            }
            guard more() else { return nil }
        }
    }

    private mutating func more() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &chunk, chunk.count, 0)
        if count > 0 { buffer += chunk[..<count] }
        return count > 0
    }
}
