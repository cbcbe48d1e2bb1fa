import Faults
import Glibc
import Stores

extension Fault {
    /// What a failed system call on the media directory means to the person at the terminal.
    init(_ error: FileError) {
        let message = "cannot \(error.action) \(error.path)"
        let reason = FileError.reason(error.code)
        switch error.code {
        case EACCES, EPERM, EROFS:
            self.init(
                .denied, message, notes: [reason], help: "run as the user the server runs as, or fix the permissions",
                cause: error)
        case ENOENT, ENOTDIR:
            self.init(
                .noSuch, message, notes: [reason],
                help: """
                    check root and storage.root (PAPERCLIP_ROOT_PATH) with `mastoctl config show`; media in a volume of a \
                    container or a cluster are reached where it is mounted
                    """,
                cause: error)
        case ENOSPC, EDQUOT:
            self.init(.inputOutput, message, notes: [reason], help: "make room on the disk", cause: error)
        default:
            self.init(.inputOutput, message, notes: [reason], cause: error)
        }
    }
}
