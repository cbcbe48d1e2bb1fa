import Console
import Model

extension AccountSessions: Presentable {
    package var table: Table {
        var table = Table([
            .init("kind"), .init("id", .right), .init("used"), .init("created"), .init("ip"), .init("state"),
            .init("account"),
            .init("what", canShrink: true),
        ])
        for session in sessions {
            table.add([
                "session", session.id, "\(session.used)", "\(session.created)", session.ip ?? "",
                session.hasPush ? "push" : "", session.account, session.agent,
            ])
        }
        for token in tokens {
            let state = token.revoked != nil ? "revoked" : token.hasPush ? "push" : ""
            table.add([
                "token", token.id, token.used.map { "\($0)" } ?? "never", "\(token.created)", token.ip ?? "", state,
                token.account, "\(token.app ?? "no app"): \(token.scopes)",
            ])
        }
        for address in addresses { table.add(["address", "", "\(address.used)", "", address.ip, "", address.account]) }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        guard table.rows.isEmpty else { return table.text(for: terminal) }
        return account.map { "\(Sanitized.text($0)) is signed in nowhere\n" } ?? "none of these is signed in anywhere\n"
    }

    package var ids: [String] { sessions.map(\.id) }
}
