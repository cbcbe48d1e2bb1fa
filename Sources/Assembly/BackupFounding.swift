import Configuration
import Crypto
import Engines
import Faults
import Glibc
import Stores

/// Makes the place where backups are kept, and writes down where it is.
package struct BackupFounding {
    private let configuration: Configuration
    private let environment: [String: String]

    package init(_ configuration: Configuration, environment: [String: String]) {
        self.configuration = configuration
        self.environment = environment
    }

    /// What was made.
    package struct Made: Sendable {
        package var repository: String
        package var passwordPath: String
        package var settings: String
        package var isNew: Bool
        /// Nil for one that was there.
        package var password: String?
    }

    /// Makes the repository, or takes over one that the password opens; nothing is written down before it is there.
    ///
    /// - Throws: `Fault(.refused)` when backups are configured already; `EngineError`.
    package func found(repository form: String, passwordPath: String?, backendEnv: String?) async throws -> Made {
        guard configuration.backup.repository == nil else {
            throw Fault(
                .refused, "a place for backups is configured already",
                notes: ["in \(configuration.backupFile)"], help: "take [backup] out of it first")
        }
        let files = SystemFileReader()
        let location = Self.isLocal(form) ? files.absolute(form) : form
        let settings = configuration.backupFile
        FolderListing.create(above: settings)
        let (path, password) = try secret(passwordPath.map(files.absolute), beside: settings)
        var values = ["repository": location, "password_path": path]
        if let backendEnv { values["env_file"] = files.absolute(backendEnv) }
        var configured = configuration
        try configured.backup.take(values, environment: environment, files: files)
        let repository = try BackupMaking(configured, environment: environment, purpose: "mastoctl backup init")
            .repository(rate: nil)
        let restic = try await Restic(repository)
        let isNew = try await restic.open() == nil
        if isNew { try await restic.initialise() }
        try BackupFile.write(values, to: settings)
        return Made(
            repository: "\(Address(location))", passwordPath: path, settings: settings, isNew: isNew,
            password: password)
    }

    /// A path, and none of the forms that name a service.
    private static func isLocal(_ form: String) -> Bool {
        !["sftp:", "s3:", "rest:", "rclone:", "b2:", "azure:", "gs:", "swift:", "local:"].contains {
            form.hasPrefix($0)
        }
    }

    /// The file of the password: the one that is named, that of an earlier attempt, or a new one.
    private func secret(_ given: String?, beside settings: String) throws -> (path: String, new: String?) {
        if let given {
            guard access(given, R_OK) == 0 else {
                throw Fault(.noSuch, "cannot read \(given)", notes: [String(cString: strerror(errno))])
            }
            return (given, nil)
        }
        let path = settings.hasSuffix(".toml") ? "\(settings.dropLast(5)).password" : "\(settings).password"
        if access(path, F_OK) == 0 { return (path, nil) }
        let password = RandomText.hexadecimal(24)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw Fault(.inputOutput, "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(file) }
        let bytes = Array("\(password)\n".utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            unlink(path)
            throw Fault(.inputOutput, "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        return (path, password)
    }
}
