/// Domains that a list of any form names, whatever it says of them.
package struct AllowedDomains: Sendable, Equatable {
    package var domains: [String] = []

    /// - Throws: `BlockListUnreadable` with the first line that names no domain: what is to be kept from being blocked
    ///   must not be passed over. An empty list is none.
    package init(_ bytes: [UInt8]) throws(BlockListUnreadable) {
        guard bytes.contains(where: { !PlainList.isBlank($0) }) else { return }
        var reader = BlockListReader()
        for item in try reader.read(bytes[...]) + reader.finish() {
            switch item {
            case .entry(let entry, _): domains.append(entry.domain)
            case .retraction(let domain, _): domains.append(domain)
            case .trouble(let trouble): throw BlockListUnreadable(line: trouble.line, reason: trouble.reason)
            }
        }
    }
}
