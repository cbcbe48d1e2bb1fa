import Console
import Faults
import Model
import Operations

extension EmojiExport: Presentable {
    package var table: Table {
        var table = Table([.init("figure"), .init("value", .right)])
        table.add(["path", path])
        table.add(["exported", "\(exported)"])
        table.add(["missing", "\(missing.count)"])
        return table
    }

    package func text(for terminal: Terminal) -> String {
        var lines = ["exported \(exported.counted("emoji")) to \(path)"]
        if !missing.isEmpty {
            lines.append(terminal.paint("\(missing.count.grouped) without a picture", .red))
            lines += missing.prefix(20).map { "  :\($0):" }
        }
        return lines.map { Sanitized.text($0) + "\n" }.joined()
    }

    package var status: ExitStatus { missing.isEmpty ? .done : .problems }
    package var isOnlySuccess: Bool { status == .done }
}
