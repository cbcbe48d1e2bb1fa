import Console

/// The answer of `backup init`.
package struct BackupFounded: Presentable {
    package var schema = "backup.init/1"
    /// Without a password in it.
    package var repository: String
    package var passwordPath: String
    /// The file that now says so.
    package var settings: String
    /// Whether the repository was made, and not taken over.
    package var isNew: Bool
    /// The new password, where it may be shown.
    package var password: String?

    package init(repository: String, passwordPath: String, settings: String, isNew: Bool, password: String?) {
        self.repository = repository
        self.passwordPath = passwordPath
        self.settings = settings
        self.isNew = isNew
        self.password = password
    }

    enum CodingKeys: String, CodingKey {
        case schema, repository
        case passwordPath = "password_path"
        case settings
        case isNew = "new"
        case password
    }

    package var table: Table {
        var table = Table([
            .init("repository"), .init("password_path"), .init("settings"), .init("new"), .init("password"),
        ])
        table.add([repository, passwordPath, settings, isNew ? "yes" : "no", password ?? ""])
        return table
    }

    package func text(for terminal: Terminal) -> String {
        var lines = [
            "\(isNew ? "made" : "took over") the repository at \(repository)", "its password is in \(passwordPath)",
            "the settings are in \(settings)",
        ]
        if let password { lines.append("the password, shown once: \(password)") }
        lines.append("keep a copy of the password elsewhere: without it nothing can be restored")
        return lines.map { Sanitized.text($0) + "\n" }.joined()
    }

    package var ids: [String] { [repository] }
    package var isOnlySuccess: Bool { password == nil }
}
