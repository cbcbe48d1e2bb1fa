import CResolv
import Threads

/// Asks name servers through the C library's resolver, on a thread of its own: its calls block.
package actor NameClient {
    private let executor = ThreadExecutor()
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let server: NameServer?
    private let patience: Int32

    /// - Parameters:
    ///   - server: nil for those the machine is set up with.
    ///   - seconds: how long each name server may take. The server's own code waits 5 (Mastodon 4.6.5
    ///     `app/lib/domain_resource.rb`).
    package init(_ server: NameServer?, patience seconds: Int = 5) {
        self.server = server
        patience = Int32(seconds)
    }

    /// The hosts that take mail for a domain, in the order of the answer; none when it names none.
    package func mailServers(of domain: String) throws(NameError) -> [String] {
        try ask(CRESOLV_MX, of: domain, MailAnswer.hosts)
    }

    /// Those of IPv4, then those of IPv6.
    package func addresses(of host: String) throws(NameError) -> [String] {
        try ask(CRESOLV_A, of: host, NameAnswer.addresses) + ask(CRESOLV_AAAA, of: host, NameAnswer.addresses)
    }

    /// What stands under a name for others to read, such as `v=spf1 mx -all`.
    package func texts(of name: String) throws(NameError) -> [String] {
        try ask(CRESOLV_TXT, of: name, NameAnswer.texts)
    }

    private func ask(
        _ type: Int32, of name: String, _ read: (ArraySlice<UInt8>) -> [String]?
    ) throws(NameError) -> [String] {
        var answer = [UInt8](repeating: 0, count: 65_536)
        var reason: Int32 = 0
        let length = answer.withUnsafeMutableBufferPointer { room in
            cresolv_query(
                name, type, server?.address, Int32(server?.port ?? 53), patience, room.baseAddress,
                Int32(room.count), &reason)
        }
        guard length >= 0 else {
            if reason == CRESOLV_NO_SUCH_NAME || reason == CRESOLV_NO_DATA { return [] }
            throw reason == CRESOLV_TRY_AGAIN ? .noAnswer : .refused
        }
        guard let values = read(answer[..<Int(length)]) else { throw .malformed }
        return values
    }
}

/// A name server to ask in the place of the machine's own.
package struct NameServer: Sendable, Equatable {
    /// IPv4, in dots.
    package let address: String
    package let port: Int

    /// `192.0.2.53` or `127.0.0.1:5353`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        var bits = in_addr()
        guard inet_pton(AF_INET, String(parts[0]), &bits) == 1 else { return nil }
        address = String(parts[0])
        if parts.count == 2 {
            guard let number = Int(parts[1]), (1...65_535).contains(number) else { return nil }
            port = number
        } else {
            port = 53
        }
    }
}

/// Why a name server did not tell.
package enum NameError: Error, Sendable, Equatable {
    case noAnswer, refused, malformed

    /// For people.
    package var reason: String {
        switch self {
        case .noAnswer: "no name server answers"
        case .refused: "the name server refuses"
        case .malformed: "the name server's answer cannot be read"
        }
    }
}
