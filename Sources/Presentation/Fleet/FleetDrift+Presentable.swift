import Console
import Faults
import Model
import Operations

extension FleetDrift: Presentable {
    private struct Row: Encodable, Sendable {
        var server: String
        var differences: [FleetDeclaration.Difference]
        var reason: String?
    }

    private enum CodingKeys: CodingKey {
        case schema, servers
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("fleet.drift/1", forKey: .schema)
        try container.encode(rows, forKey: .servers)
    }

    private var rows: [Row] {
        servers.map { Row(server: $0.name, differences: $0.differences, reason: $0.reason) }
    }

    package var table: Table {
        var table = Table([
            .init("server"), .init("what", canShrink: true), .init("declared", canShrink: true),
            .init("found", canShrink: true),
        ])
        for server in servers {
            for difference in server.differences {
                let isList = difference.part == .blockList
                table.add([
                    server.name, difference.name ?? difference.part.rawValue,
                    isList ? "" : Self.words(difference.declared),
                    isList ? "\(Self.words(difference.found)) to change" : Self.words(difference.found),
                ])
            }
        }
        return table
    }

    private static func words(_ value: JSONValue) -> String {
        value == .null ? "nothing" : value.string ?? value.text
    }

    package func text(for terminal: Terminal) -> String {
        let drifting = servers.count { !$0.differences.isEmpty }
        let head = drifting == 0 ? "" : table.text(for: terminal)
        return head
            + servers.compactMap { server in
                server.reason.map { Sanitized.text("not compared: \(server.name): \($0)") + "\n" }
            }.joined()
            + "\(servers.count == 1 ? "1 server" : "\(servers.count) servers"), \(drifting) otherwise than declared\n"
    }

    package var lines: [any Encodable & Sendable] { rows }
    /// Those that differ, for the next command.
    package var ids: [String] { servers.filter { !$0.differences.isEmpty }.map(\.name) }
    package var status: ExitStatus {
        servers.allSatisfy { $0.differences.isEmpty && $0.reason == nil } ? .done : .problems
    }
    package var isOnlySuccess: Bool { status == .done }
}
