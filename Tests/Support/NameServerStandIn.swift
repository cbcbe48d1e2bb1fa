import Faults
import Glibc

/// A name server of 127.0.0.1 that knows a few domains. It answers over UDP, and over TCP what does not fit.
package final class NameServerStandIn: Sendable {
    /// What it says of a domain.
    package enum Reply: Sendable {
        /// The hosts that take mail, by preference; "." for a domain that takes none.
        case hosts([String])
        /// Addresses of either kind, texts and hosts that take mail, each to whoever asks for them.
        case records(addresses: [String] = [], texts: [String] = [], mail: [String] = [])
        case noSuchName
        case failure
        /// Nothing at all.
        case silence
        /// Bytes that are no answer, behind a header that is.
        case garbage
    }

    package let port: Int
    /// As `--resolver` takes it.
    package var address: String { "127.0.0.1:\(port)" }

    private let datagrams: Int32
    private let connections: Int32
    private let zone: [String: Reply]

    package init(_ zone: [String: Reply]) {
        self.zone = zone
        connections = Sockets.listen()
        port = Sockets.port(of: connections)
        datagrams = socket(AF_INET, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var here = sockaddr_in()
        here.sin_family = sa_family_t(AF_INET)
        here.sin_port = UInt16(port).bigEndian
        here.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let bound = withUnsafePointer(to: &here) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(datagrams, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        precondition(bound == 0, "cannot bind a datagram socket")
        Sockets.thread { [self] in while answerDatagram() {} }
        Sockets.thread { [self] in while answerConnection() {} }
    }

    /// Ends its threads.
    package func stop() {
        shutdown(datagrams, CInt(SHUT_RDWR))
        shutdown(connections, CInt(SHUT_RDWR))
    }

    private func answerDatagram() -> Bool {
        var query = [UInt8](repeating: 0, count: 4_096)
        var peer = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let count = withUnsafeMutablePointer(to: &peer) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                recvfrom(datagrams, &query, query.count, 0, $0, &size)
            }
        }
        guard count > 0 else { return false }
        guard var answer = answer(to: Array(query[..<count])) else { return true }
        if answer.count > 512 {
            // Truncated: only the question, and the flag that says so.
            answer[2] |= 2
            for index in 6..<8 { answer[index] = 0 }
            answer = Array(answer[..<questionEnd(answer)])
        }
        _ = withUnsafePointer(to: &peer) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(datagrams, answer, answer.count, 0, $0, size)
            }
        }
        return true
    }

    private func answerConnection() -> Bool {
        guard let peer = Sockets.accept(connections) else { return false }
        defer { close(peer) }
        var query = [UInt8](repeating: 0, count: 4_096)
        var have = 0
        while have < 2 || have < Int(query[0]) << 8 + Int(query[1]) + 2 {
            let count = recv(peer, &query[have], query.count - have, 0)
            guard count > 0 else { return true }
            have += count
        }
        if let answer = answer(to: Array(query[2..<have])) {
            _ = Sockets.write([UInt8(answer.count >> 8), UInt8(answer.count & 255)] + answer, to: peer)
        }
        return true
    }

    private func questionEnd(_ message: [UInt8]) -> Int {
        var index = 12
        while message[index] != 0 { index += Int(message[index]) + 1 }
        return index + 5
    }

    private func answer(to query: [UInt8]) -> [UInt8]? {
        var labels: [String] = []
        var index = 12
        while index < query.count, query[index] != 0 {
            let end = index + 1 + Int(query[index])
            labels.append(String(decoding: query[index + 1..<end], as: UTF8.self))
            index = end
        }
        let question = Array(query[12..<questionEnd(query)])
        func header(_ code: UInt8, answers: Int) -> [UInt8] {
            [query[0], query[1], 0x81, 0x80 | code, 0, 1, UInt8(answers >> 8), UInt8(answers & 255), 0, 0, 0, 0]
        }
        switch zone[labels.joined(separator: ".").lowercased()] ?? .noSuchName {
        case .silence: return nil
        case .noSuchName: return header(3, answers: 0) + question
        case .failure: return header(2, answers: 0) + question
        case .garbage: return header(0, answers: 1) + question + [0xC0, 0xFF, 0, 15]
        case .records(let addresses, let texts, let mail):
            let data: [[UInt8]] =
                switch question[question.count - 3] {
                case 1: addresses.filter { !$0.contains(":") }.map { Self.bytes($0, AF_INET, 4) }
                case 28: addresses.filter { $0.contains(":") }.map { Self.bytes($0, AF_INET6, 16) }
                case 16: texts.map { [UInt8($0.utf8.count)] + Array($0.utf8) }
                case 15: mail.map { [0, 10] + Self.wire($0) }
                default: []
                }
            let type = question[question.count - 3]
            return header(0, answers: data.count) + question
                + data.flatMap { [0xC0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, UInt8($0.count)] + $0 }
        case .hosts(let hosts):
            let records = hosts.enumerated().flatMap { place, host -> [UInt8] in
                let data = [0, UInt8(place & 255)] + Self.wire(host)
                // The owner is a pointer to the question.
                return [0xC0, 12, 0, 15, 0, 1, 0, 0, 0, 60, UInt8(data.count >> 8), UInt8(data.count & 255)] + data
            }
            return header(0, answers: hosts.count) + question + records
        }
    }

    private static func bytes(_ address: String, _ family: Int32, _ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        inet_pton(family, address, &bytes)
        return bytes
    }

    private static func wire(_ name: String) -> [UInt8] {
        name.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }
}
