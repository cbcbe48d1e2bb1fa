import Faults
import Glibc
import Processes

/// A running server, known by its process id: a child of ours, or one an earlier run left behind.
package struct ServerProcess: Sendable, Equatable {
    package let id: pid_t

    package init(id: pid_t) {
        self.id = id
    }

    /// The process of that id if it works in `directory`, which tells it from a stranger that got a stale id.
    package init?(id: pid_t, workingIn directory: String) {
        guard id > 1, let real = realpath(directory, nil) else { return nil }
        defer { free(real) }
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes {
            readlink("/proc/\(id)/cwd", $0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: CChar.self), $0.count)
        }
        guard count > 0, String(decoding: buffer[..<count], as: UTF8.self) == String(cString: real) else { return nil }
        self.id = id
    }

    /// False once it has ended, also while it waits as a zombie for a parent that does not care.
    package var isAlive: Bool {
        var status: Int32 = 0
        if waitpid(id, &status, WNOHANG) == id { return false }
        guard kill(id, 0) == 0 || errno == EPERM else { return false }
        // "pid (name) state …"; the name may hold anything, so the state is found from the right.
        guard let stat = File.read("/proc/\(id)/stat"), let end = stat.lastIndex(of: ")") else { return false }
        return !stat[end...].dropFirst(2).hasPrefix("Z")
    }

    package func send(_ signal: Int32) {
        kill(id, signal)
    }

    /// Ends the process at once and takes its status from the kernel: a child nobody waits for stays a zombie, and a
    /// test runner that watches its own children can starve on one.
    package func end() {
        send(SIGKILL)
        reap()
    }

    /// Waits for the end of a child; for a process that is none of ours it does nothing.
    func reap() {
        waitpid(id, nil, 0)
    }

    /// Sends `signal` and waits for the end; after `patience` it is killed.
    package func stop(_ signal: Int32, patience: Duration = .seconds(30)) async {
        send(signal)
        let deadline = ContinuousClock.now + patience
        while isAlive {
            if ContinuousClock.now > deadline { send(SIGKILL) }
            await Pause.short()
        }
    }
}

/// Small files of the servers' directories.
enum File {
    static func read(_ path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { content += buffer[..<count] }
        return String(decoding: content, as: UTF8.self)
    }

    /// Writes a file of mode 0600.
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault("write", path) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw fault("write", path) }
    }

    static func makeDirectory(_ path: String, owner: Account? = nil) throws {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw fault("make", path) }
        if let owner {
            guard chown(path, owner.id, owner.group) == 0 else { throw fault("change the owner of", path) }
        }
    }

    /// The last lines of a server's log, for the notes of a fault.
    static func tail(_ path: String, lines: Int = 5) -> [String] {
        (read(path) ?? "").split(separator: "\n").suffix(lines).map(String.init)
    }

    private static func fault(_ verb: String, _ path: String) -> Fault {
        let code = errno
        return Fault(
            code == EACCES || code == EPERM ? .denied : .inputOutput,
            "cannot \(verb) \(path): \(String(cString: strerror(code)))")
    }
}
