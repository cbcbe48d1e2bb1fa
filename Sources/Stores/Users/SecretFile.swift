import Faults
import Glibc

/// A new file that only its owner can read, for a password.
package struct SecretFile: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// - Throws: `Fault(.inputOutput)` when there is something of that name.
    package func requireAbsence() throws {
        var status = stat()
        if lstat(path, &status) == 0 { throw failure(EEXIST) }
    }

    /// Makes the file with a line in it, mode 0600, never over another one, and brings it to the disk.
    ///
    /// - Throws: `Fault(.inputOutput)`; there is no file then.
    package func write(_ line: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(errno) }
        let bytes = Array((line + "\n").utf8)
        let count = Glibc.write(descriptor, bytes, bytes.count)
        let code = count == bytes.count ? (fsync(descriptor) == 0 ? 0 : errno) : (count < 0 ? errno : ENOSPC)
        close(descriptor)
        // What cannot be synchronised, such as a pipe or /dev/stdout, is written all the same.
        guard code == 0 || code == EINVAL || code == EROFS else {
            unlink(path)
            throw failure(code)
        }
    }

    /// Takes the file away again when what it was written for did not happen.
    package func remove() {
        unlink(path)
    }

    private func failure(_ code: Int32) -> Fault {
        Fault(
            .inputOutput, "cannot write the password to \(path): \(String(cString: strerror(code)))",
            help: code == EEXIST ? "name a file that does not exist yet" : nil)
    }
}
