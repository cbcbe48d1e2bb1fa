import Console
import Model

extension AccountStrikes: Presentable {
    package var table: Table {
        var table = Table([
            .init("id", .right), .init("time"), .init("action"), .init("by"), .init("report", .right),
            .init("posts", .right), .init("state"), .init("account"), .init("text", canShrink: true),
        ])
        for strike in strikes {
            let state =
                strike.overruled != nil ? "overruled" : strike.appeal.map { "appeal \($0)" } ?? "stands"
            table.add([
                strike.id, "\(strike.time)", strike.action, strike.by ?? "", strike.report ?? "",
                "\(strike.statuses.count)", state, strike.account, strike.text,
            ])
        }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        guard strikes.isEmpty else { return table.text(for: terminal) }
        return account.map { "\(Sanitized.text($0)) has no strikes\n" } ?? "none of these has strikes\n"
    }

    package var lines: [any Encodable & Sendable] { strikes }
    package var ids: [String] { strikes.map(\.id) }
}
