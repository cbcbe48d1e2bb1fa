import Console
import Model

/// `fleet list`: the profiles of a selection.
package struct FleetListed: Presentable {
    package struct Server: Encodable, Sendable {
        package var name: String
        package var tags: [String]
        package var isReadOnly: Bool
        /// `ssh://mastodon@db.example`; absent for a direct way.
        package var via: String?
        /// The profile's file.
        package var path: String
        /// Why it cannot be used.
        package var trouble: String?

        package init(
            name: String, tags: [String], isReadOnly: Bool, via: String?, path: String, trouble: String?
        ) {
            self.name = name
            self.tags = tags
            self.isReadOnly = isReadOnly
            self.via = via
            self.path = path
            self.trouble = trouble
        }
    }

    package var schema = "fleet.list/1"
    package var servers: [Server]

    /// The same for Ansible; not part of the answer's usual forms.
    private let inventory: HostInventory

    package init(_ servers: [Server], inventory: HostInventory) {
        self.servers = servers
        self.inventory = inventory
    }

    private enum CodingKeys: CodingKey {
        case schema, servers
    }

    package func text(as form: FleetListForm) -> String {
        switch form {
        case .ini: inventory.ini
        case .yaml: inventory.yaml
        }
    }

    package var table: Table {
        var table = Table([
            .init("server"), .init("tags", canShrink: true), .init("may"), .init("via", canShrink: true),
            .init("profile", canShrink: true),
        ])
        for server in servers {
            table.add([
                server.name, server.tags.joined(separator: " "), server.isReadOnly ? "read" : "write",
                server.via ?? "directly", server.trouble ?? server.path,
            ])
        }
        return table
    }

    package var lines: [any Encodable & Sendable] { servers }
    package var ids: [String] { servers.map(\.name) }
}
