import Faults
import Glibc

/// A program started by this one, by `posix_spawn`.
///
/// The child gets an environment of its own (`PATH`, `LC_ALL`, `TZ` and what the caller adds), no descriptor but the
/// three standard ones, and the default signal dispositions. Its arguments are visible to every user of the machine, so
/// a secret goes into a file or the environment.
package struct ChildProcess: Sendable {
    package let id: pid_t
    package let name: String

    /// Where the child's standard output and error go.
    package enum Output: Sendable {
        case discarded
        /// Appended to this file, which is created with mode 0600.
        case file(String)
        case inherited
        case descriptor(CInt)
    }

    /// What a finished child left behind.
    package struct Ending: Sendable {
        /// The exit status, or 128 + the signal that ended it.
        package var status: Int32
        /// Standard output and error in the order written, repaired to valid UTF-8.
        package var output: String
    }

    /// The environment every child starts from.
    package static var plainEnvironment: [String: String] {
        [
            "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/",
        ]
    }

    /// Starts `executable` (a path) with `arguments` (without the zeroth).
    ///
    /// `user` is the account to run as; it needs root, and `setpriv` or `runuser`. A `detached` child leads a session
    /// of its own: neither Ctrl-C at the terminal nor the end of this process reaches it. Standard error goes where
    /// `output` goes unless `errors` says otherwise.
    /// - Throws: `Fault(.configuration)` when the program is missing, `Fault(.inputOutput)` when it cannot be started.
    package static func spawn(
        _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
        output: Output = .discarded, errors: CInt? = nil, input: CInt? = nil, directory: String? = nil,
        user: String? = nil, detached: Bool = false
    ) throws -> ChildProcess {
        let name = executable.split(separator: "/").last.map(String.init) ?? executable
        let move = directory.map { ["/usr/bin/env", "-C", $0] } ?? []
        let words = try (user.map(words(becoming:)) ?? []) + move + [executable] + arguments
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        switch output {
        case .discarded: posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        case .file(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, 1)
        case .inherited: break
        }
        if let errors {
            posix_spawn_file_actions_adddup2(&actions, errors, 2)
        } else if case .inherited = output {
        } else {
            posix_spawn_file_actions_adddup2(&actions, 1, 2)
        }
        for descriptor in inheritableDescriptors() { posix_spawn_file_actions_addclose(&actions, descriptor) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        var flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
        if detached { flags |= 0x80 }  // POSIX_SPAWN_SETSID, a macro behind __USE_GNU
        posix_spawnattr_setflags(&attributes, flags)

        let variables = plainEnvironment.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
        var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var id = pid_t()
        let code = posix_spawn(&id, words[0], &actions, &attributes, &argv, &envp)
        guard code == 0 else {
            throw Fault(
                code == ENOENT ? .configuration : .inputOutput,
                "cannot start \(name): \(String(cString: strerror(code)))")
        }
        return ChildProcess(id: id, name: name)
    }

    /// Runs a program to its end and returns its status and output.
    package static func run(
        _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
        input: [UInt8] = [], directory: String? = nil, user: String? = nil
    ) async throws -> Ending {
        let output = try Scratch()
        let source = try Scratch(input)
        let child = try spawn(
            executable, arguments, environment: environment, output: .descriptor(output.descriptor),
            input: source.descriptor, directory: directory, user: user)
        let status = await child.wait()
        return Ending(status: status, output: String(decoding: output.content(), as: UTF8.self))
    }

    /// The exit status when the child has ended (128 + signal when one ended it), nil while it runs.
    package func status() -> Int32? {
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG) == id else { return nil }
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    }

    /// Waits for the end without blocking a thread.
    package func wait() async -> Int32 {
        while true {
            if let status = status() { return status }
            // Uncancellable on purpose: a child nobody waits for stays a zombie.
            await Pause.short()
        }
    }

    package func send(_ signal: Int32) {
        kill(id, signal)
    }

    /// Descriptors a child would inherit, the three standard ones aside. (Closing one that is gone by then is no error.)
    private static func inheritableDescriptors() -> [CInt] {
        guard let handle = opendir("/proc/self/fd") else { return [] }
        defer { closedir(handle) }
        var found: [CInt] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let descriptor = CInt(name), descriptor > 2 else { continue }
            let flags = fcntl(descriptor, F_GETFD)
            if flags >= 0, flags & FD_CLOEXEC == 0 { found.append(descriptor) }
        }
        return found
    }

    /// The words that come before a command to run it as another user.
    private static func words(becoming user: String) throws -> [String] {
        // setpriv replaces itself by the program, so the process id is the program's.
        if let setpriv = Executable.find("setpriv") {
            return [setpriv, "--reuid", user, "--regid", try Account(named: user).groupName, "--init-groups", "--"]
        }
        if let runuser = Executable.find("runuser") { return [runuser, "-u", user, "--"] }
        throw Fault(
            .configuration, "cannot run a program as user \(user): neither setpriv nor runuser was found",
            help: "apt-get install util-linux")
    }
}
