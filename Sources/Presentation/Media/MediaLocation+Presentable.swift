import Console
import Model

extension MediaLocation: Presentable {
    package var table: Table {
        var table = Table([
            .init("kind"), .init("id"), .init("style"), .init("key"), .init("url"), .init("account"),
            .init("status_id"),
        ])
        table.add([kind, id, style, key, url, account ?? "", statusID ?? ""])
        return table
    }

    /// The address alone, ready to be opened.
    package func text(for terminal: Terminal) -> String { Sanitized.text(url) + "\n" }

    package var ids: [String] { [statusID ?? id] }
}
