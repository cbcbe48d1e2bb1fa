import Console
import Faults
import Model
import Operations

/// `fleet audit`: who changed what on which server, the newest first.
package struct FleetHistory: Presentable {
    package struct Entry: Encodable, Sendable {
        package var server: String
        /// As `mastoctl audit` tells it.
        package var record: JSONValue

        fileprivate func text(_ name: String) -> String { record[name]?.string ?? "" }
    }

    package struct Unread: Encodable, Sendable {
        package var server: String
        package var reason: String
    }

    package var schema = "fleet.audit/1"
    package var entries: [Entry]
    /// Servers whose record could not be read.
    package var unread: [Unread]

    package init(_ results: [FleetResult], limit: Int) {
        let all = results.filter { $0.state == .done }.flatMap { result in
            result.records.map { Entry(server: result.server, record: $0) }
        }
        // Times are of one form, so that their texts have their order.
        entries = Array(all.sorted { ($0.text("time"), $1.server) > ($1.text("time"), $0.server) }.prefix(limit))
        unread = results.filter { $0.state != .done }.map { Unread(server: $0.server, reason: $0.line) }
    }

    package var table: Table {
        var table = Table([
            .init("time"), .init("server"), .init("source"), .init("by"), .init("action"),
            .init("targets", canShrink: true),
        ])
        for entry in entries {
            let targets = (entry.record["targets"]?.array ?? []).compactMap(\.string)
            table.add(
                [entry.text("time"), entry.server] + ["source", "by", "action"].map(entry.text)
                    + [targets.prefix(5).joined(separator: ", ")])
        }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        table.text(for: terminal)
            + unread.map { Sanitized.text("not read: \($0.server): \($0.reason)") + "\n" }.joined()
    }

    package var lines: [any Encodable & Sendable] { entries }
    package var ids: [String] { Set(entries.map(\.server)).sorted() }
    package var status: ExitStatus { unread.isEmpty ? .done : .problems }
}
