import Engines
import Glibc
import Model

/// What can be seen of backups without using one: where they are kept, and what their list tells.
package struct BackupWatch: Sendable {
    package let archive: BackupArchive<ReadOnly>
    /// The file that holds the repository's password.
    package let passwordPath: String

    package init(_ archive: BackupArchive<ReadOnly>, passwordPath: String) {
        self.archive = archive
        self.passwordPath = passwordPath
    }

    /// The password file's permission bits; nil when it cannot be looked at.
    package var passwordMode: UInt32? {
        var status = stat()
        return stat(passwordPath, &status) == 0 ? status.st_mode & 0o7777 : nil
    }
}

extension BackupArchive {
    /// The locks there are; those of readers are none.
    package func locks() async throws -> [ArchiveLock] {
        try await restic.opened().locks()
    }
}
