import Console
import Model

/// The answer of `ip-blocks export`: told in other programs' words where asked for.
package struct IPBlockExport: Presentable {
    package var schema = "ip-blocks.export/1"
    package var blocks: [IPBlock]

    package init(_ blocks: [IPBlock]) {
        self.blocks = blocks
    }

    package var table: Table { BlockListing(blocks, by: "ip-blocks export").table }
    package func text(for terminal: Terminal) -> String { text(as: .plain) }

    package func text(as form: Format) -> String {
        let networks = blocks.map(\.ip)
        return switch form {
        case .nginx: IPExport.nginx(networks)
        case .nftables: IPExport.nftables(networks)
        default: IPExport.plain(networks)
        }
    }

    package var lines: [any Encodable & Sendable] { blocks }
    package var ids: [String] { blocks.map(\.name) }
}

/// The answer of `email-domain-blocks export`.
package struct EmailDomainExport: Presentable {
    package var schema = "email-domain-blocks.export/1"
    package var blocks: [EmailDomainBlock]

    package init(_ blocks: [EmailDomainBlock]) {
        self.blocks = blocks
    }

    package var table: Table { BlockListing(blocks, by: "email-domain-blocks export").table }
    package func text(for terminal: Terminal) -> String { text(as: .plain) }

    /// Every blocked name a line, mail servers behind the domain that brought them.
    package func text(as form: Format) -> String {
        blocks.flatMap { [$0.domain] + $0.mailServers }.map { Sanitized.text($0) + "\n" }.joined()
    }

    package var lines: [any Encodable & Sendable] { blocks }
    package var ids: [String] { blocks.map(\.domain) }
}
