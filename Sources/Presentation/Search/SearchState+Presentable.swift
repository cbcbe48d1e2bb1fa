import Console
import Faults
import Model
import Operations

extension SearchState: Presentable {
    package var table: Table {
        var table = Table([
            .init("index"), .init("documents", .right), .init("rows", .right), .init("size", .right),
            .init("shards", .right), .init("health"), .init("record"), .init("queued", .right),
            .init("oldest row"),
        ])
        for index in indexes {
            table.add([
                index.concrete ?? index.index, "\(index.documents)", index.rows.map { "\($0)" } ?? "",
                "\(ByteCount(index.bytes))", "\(index.shards)", index.health, index.record, "\(index.queued)",
                index.oldestQueued.map { "\($0)" } ?? "",
            ])
        }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        var text = Sanitized.text("\(product) \(version) at \(address), \(health)") + "\n"
        text += table.text(for: terminal)
        for problem in problems { text += terminal.paint("problem", .red) + " " + Sanitized.text(problem) + "\n" }
        return text
    }

    package var lines: [any Encodable & Sendable] { indexes }
    package var ids: [String] { indexes.filter { !$0.problems.isEmpty }.map(\.index) }
    package var status: ExitStatus { problems.isEmpty ? .done : .problems }
    package var isOnlySuccess: Bool { problems.isEmpty }
}
