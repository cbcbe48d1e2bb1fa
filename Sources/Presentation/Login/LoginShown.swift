import Console

/// The answer of `login`: whose token it is, for which server, and what it may do.
package struct LoginShown: Presentable {
    package var schema = "login/1"
    package var url: String
    /// Nil when the token has no scope to tell it.
    package var account: String?
    package var role: String?
    /// Nil when the server does not tell.
    package var scopes: [String]?
    /// Where the token is kept.
    package var path: String

    package init(url: String, account: String?, role: String?, scopes: [String]?, path: String) {
        self.url = url
        self.account = account
        self.role = role
        self.scopes = scopes
        self.path = path
    }

    package var table: Table {
        var table = Table([.init("url"), .init("account"), .init("role"), .init("scopes"), .init("path")])
        table.add([url, account ?? "", role ?? "", scopes?.joined(separator: " ") ?? "", path])
        return table
    }

    package func text(for terminal: Terminal) -> String {
        let who = account.map { " as \($0)" } ?? ""
        let what = role.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
        return Sanitized.text("logged in at \(url)\(who)\(what); the token is in \(path)") + "\n"
    }

    package var ids: [String] { account.map { [$0] } ?? [] }
    package var isOnlySuccess: Bool { true }
}

/// The answer of `logout`.
package struct LogoutShown: Presentable {
    package var schema = "logout/1"
    /// The file that is gone; nil when there was none.
    package var path: String?
    /// Whether the server was told that the token is worthless.
    package var isRevoked: Bool

    package init(path: String?, isRevoked: Bool) {
        self.path = path
        self.isRevoked = isRevoked
    }

    enum CodingKeys: String, CodingKey {
        case schema, path
        case isRevoked = "revoked"
    }

    package var table: Table {
        var table = Table([.init("path"), .init("revoked")])
        table.add([path ?? "", isRevoked ? "yes" : "no"])
        return table
    }

    package func text(for terminal: Terminal) -> String {
        guard let path else { return "nobody was logged in\n" }
        return Sanitized.text("removed \(path)" + (isRevoked ? "; the token is revoked" : "")) + "\n"
    }

    package var isOnlySuccess: Bool { true }
}
