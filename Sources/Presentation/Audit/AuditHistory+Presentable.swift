import Console
import Model

extension AuditHistory: Presentable {
    package var table: Table {
        var table = Table([
            .init("time"), .init("source"), .init("by"), .init("action"), .init("targets", canShrink: true),
            .init("changed", .right), .init("failed", .right),
        ])
        for entry in entries {
            let by = entry.user.map { entry.by == $0 ? $0 : "\(entry.by), run by \($0)" } ?? entry.by
            let shown = entry.targets.prefix(5).joined(separator: ", ")
            let more = entry.targets.count > 5 ? " and \(entry.targets.count - 5) more" : ""
            table.add([
                "\(entry.time)", entry.source.rawValue, by, entry.action,
                (entry.type.map { "\($0) " } ?? "") + shown + more, entry.changed.map { "\($0)" } ?? "",
                entry.failed.map { "\($0)" } ?? "",
            ])
        }
        return table
    }

    package var lines: [any Encodable & Sendable] { entries }
    package var ids: [String] { entries.flatMap(\.targets) }
}
