import Console
import Faults
import Model
import Operations

/// What became of a command on each server of a fleet.
package struct FleetTold: Presentable {
    package struct Server: Encodable, Sendable {
        /// `done`, `failed`, `timed out` or `left out`.
        package var state: FleetResult.State
        /// The exit status; absent when it was not begun.
        package var status: Int32?
        package var seconds: Double
        package var line: String
        /// Files of all that was said.
        package var outputFile: String?
        package var errorsFile: String?
        /// The answer itself, where it is JSON.
        package var answer: JSONValue?
    }

    /// A server as a line.
    private struct Line: Encodable, Sendable {
        var name: String
        var server: Server

        enum CodingKeys: CodingKey {
            case server
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .server)
            try server.encode(to: encoder)
        }
    }

    package var schema: String
    /// The words behind `--`.
    package var command: String
    package var failed: Int
    /// By name.
    package var servers: [String: Server]

    /// - Parameter answer: the answer of a server, when it is JSON and wanted.
    package init(
        by command: String, words: [String], _ results: [FleetResult],
        answer: (FleetResult) -> JSONValue? = { _ in nil }
    ) {
        schema = command.replacing(" ", with: ".") + "/1"
        self.command = words.joined(separator: " ")
        failed = results.count { $0.state != .done }
        servers = [:]
        for result in results {
            servers[result.server] = Server(
                state: result.state, status: result.status, seconds: result.seconds, line: result.line,
                outputFile: result.answer, errorsFile: result.errors, answer: answer(result))
        }
    }

    private var sorted: [(key: String, value: Server)] { servers.sorted { $0.key < $1.key } }

    package var table: Table {
        var table = Table([
            .init("server"), .init("state"), .init("status", .right), .init("seconds", .right),
            .init("what it said", canShrink: true),
        ])
        for (name, server) in sorted {
            let tenths = Int((server.seconds * 10).rounded())
            table.add([
                name, server.state.rawValue, server.status.map(String.init) ?? "", "\(tenths / 10).\(tenths % 10)",
                server.line,
            ])
        }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        let count = servers.count == 1 ? "1 server" : "\(servers.count) servers"
        let folder = sorted.compactMap(\.value.outputFile).first.flatMap { path in
            path.lastIndex(of: "/").map { ", all they said in \(path[..<$0])" }
        }
        return table.text(for: terminal) + "\(count), \(failed) failed\(folder ?? "")\n"
    }

    package var lines: [any Encodable & Sendable] { sorted.map { Line(name: $0.key, server: $0.value) } }
    /// Those that failed, for the next command.
    package var ids: [String] { sorted.filter { $0.value.state != .done }.map(\.key) }
    package var status: ExitStatus { failed > 0 ? .problems : .done }
}
