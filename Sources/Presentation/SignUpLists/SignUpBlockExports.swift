import Console
import Model

/// The answer of `ip-blocks export`: told in other programs' words where asked for.
package struct IPBlockExport: Presentable {
    /// One range a line and nothing else; as another program's configuration reads it.
    package enum Forms: String, OwnForms {
        case plain, nginx, nftables
    }

    package var schema: String
    package var blocks: [IPBlock]

    package init(_ listed: SignUpBlocks<IPBlock>) {
        (schema, blocks) = (listed.schema, listed.blocks)
    }

    package var table: Table { SignUpBlocks(blocks, by: "ip-blocks export").table }

    package func text(as form: Forms) -> String {
        let networks = blocks.map(\.ip)
        return switch form {
        case .nginx: IPExport.nginx(networks)
        case .nftables: IPExport.nftables(networks)
        case .plain: IPExport.plain(networks)
        }
    }

    package var lines: [any Encodable & Sendable] { blocks }
    package var ids: [String] { blocks.map(\.name) }
}

/// The answer of `email-domain-blocks export`.
package struct EmailDomainExport: Presentable {
    /// Every blocked name a line, mail servers behind the domain that brought them.
    package enum Forms: String, OwnForms {
        case plain
    }

    package var schema: String
    package var blocks: [EmailDomainBlock]

    package init(_ listed: SignUpBlocks<EmailDomainBlock>) {
        (schema, blocks) = (listed.schema, listed.blocks)
    }

    package var table: Table { SignUpBlocks(blocks, by: "email-domain-blocks export").table }

    package func text(as form: Forms) -> String {
        blocks.flatMap { [$0.domain] + $0.mailServers }.map { Sanitized.text($0) + "\n" }.joined()
    }

    package var lines: [any Encodable & Sendable] { blocks }
    package var ids: [String] { blocks.map(\.domain) }
}
