import Faults
import Glibc

/// Files that steer what this program does: journals, plans, state, tokens. Another local user must not be able to plant
/// one: it is opened without following a link, and must be a plain file that only its owner, us or root, can change.
package enum TrustedFile {
    /// What stands against using a file or folder.
    package enum Refusal: Error, Sendable, Equatable {
        case foreignOwner(UInt32)
        case writableByOthers(mode: UInt32)
        case noPlainFile
        case noFolder
        case tooLarge(Int64)

        package var reason: String {
            switch self {
            case .foreignOwner(let user): "it belongs to the user \(user), and neither to this one nor to root"
            case .writableByOthers(let mode): "others may write it (mode \(String(mode & 0o7777, radix: 8)))"
            case .noPlainFile: "it is no plain file"
            case .noFolder: "it is no folder"
            case .tooLarge(let size): "it has \(size) bytes"
            }
        }
    }

    /// Opens a file; a FIFO or a link cannot hold the run up.
    ///
    /// - Parameter flags: besides `O_NOFOLLOW`, `O_CLOEXEC` and `O_NONBLOCK`.
    /// - Returns: the descriptor; nil when there is no such file.
    /// - Throws: `Refusal`; `FileError` when it cannot be opened.
    static func open(_ path: String, flags: Int32 = O_RDONLY, limit: Int64) throws -> Int32? {
        let file = Glibc.open(path, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: return nil
            case ELOOP, ENXIO: throw Refusal.noPlainFile
            default: throw OpenError(code: errno)
            }
        }
        do {
            var status = stat()
            guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw Refusal.noPlainFile }
            try requireOurs(status)
            guard status.st_size <= limit else { throw Refusal.tooLarge(Int64(status.st_size)) }
            return file
        } catch {
            close(file)
            throw error
        }
    }

    /// Opens a file that steers what is done, such as a plan or what is kept between runs.
    ///
    /// - Parameter what: what it is, for people: `the plan`.
    /// - Returns: the descriptor; nil when there is no such file.
    /// - Throws: `Fault(.denied)` when somebody else may have put it there, `.denied` or `.inputOutput` when it cannot be
    ///   opened.
    static func open(_ path: String, as what: String, limit: Int64 = .max) throws(Fault) -> Int32? {
        do {
            return try open(path, limit: limit)
        } catch let refusal as Refusal {
            throw Fault(
                .denied, "\(what) \(path) is not used", notes: [refusal.reason],
                help: "it must be a plain file of this user's or root's that nobody else can write")
        } catch {
            let code = (error as? OpenError)?.code ?? EIO
            throw Fault(
                code == EACCES ? .denied : .inputOutput, "cannot read \(path)", notes: [FileError.reason(code)])
        }
    }

    /// The errno of an open that failed.
    struct OpenError: Error {
        var code: Int32
    }

    /// - Throws: `Refusal` for a folder that somebody else could have put something into; none that is not there.
    package static func requireFolder(_ path: String) throws(Refusal) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .noFolder }
        try requireOurs(status)
    }

    private static func requireOurs(_ status: stat) throws(Refusal) {
        guard status.st_uid == geteuid() || status.st_uid == 0 else { throw .foreignOwner(status.st_uid) }
        guard status.st_mode & 0o022 == 0 else { throw .writableByOthers(mode: status.st_mode) }
    }
}
