import Glibc
import Model

/// The addresses of the machine this program runs on.
package enum HostAddresses {
    /// Those of every interface but the loopback; empty when the system does not tell.
    package static func all() -> [IPNetwork] {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return [] }
        defer { freeifaddrs(first) }
        var found: [IPNetwork] = []
        var next = first
        while let entry = next?.pointee {
            next = entry.ifa_next
            guard entry.ifa_flags & UInt32(IFF_LOOPBACK) == 0, let address = entry.ifa_addr else { continue }
            if let network = network(address), !found.contains(network) { found.append(network) }
        }
        return found
    }

    private static func network(_ address: UnsafeMutablePointer<sockaddr>) -> IPNetwork? {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            let bits = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { $0.pointee.sin_addr.s_addr }
            return IPNetwork(.v4, UInt128(UInt32(bigEndian: bits)), prefix: 32)
        case AF_INET6:
            let bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin6_addr) { Array($0.prefix(16)) }
            }
            return IPNetwork(.v6, bytes.reduce(0) { $0 << 8 | UInt128($1) }, prefix: 128)
        default: return nil
        }
    }
}
