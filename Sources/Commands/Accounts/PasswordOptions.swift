import ArgumentParser
import Faults
import Glibc
import Model
import Operations

/// Where a new password comes from, and who is told of it. Never from or on the command line.
struct PasswordOptions: ParsableArguments {
    @Flag(help: "Read the password from standard input, a line; a random one is made otherwise.")
    var passwordStdin = false

    @Option(
        help: ArgumentHelp(
            "Write the password into this new file, which only you can read.", valueName: "file"),
        completion: .file())
    var passwordFile: String?

    @Flag(help: "Show the password in the answer also when that does not go to a terminal.")
    var showPassword = false

    /// Whether any of the options was given.
    var isGiven: Bool { passwordStdin || passwordFile != nil || showPassword }

    func validate() throws {
        if passwordStdin, showPassword || passwordFile != nil {
            throw ValidationError("--password-stdin excludes --show-password and --password-file")
        }
        if passwordFile?.isEmpty == true { throw ValidationError("--password-file is empty") }
    }

    /// The password: the one typed elsewhere, or a random one that is shown once where a person reads.
    ///
    /// - Throws: `Fault(.badData)` for one the server would not take, `Fault(.usage)` where it would be seen on a screen.
    func password(onTerminal isTerminal: Bool) throws -> NewPassword {
        guard passwordStdin else {
            let isShown = showPassword || (isTerminal && passwordFile == nil)
            return NewPassword(isShown: isShown, file: passwordFile)
        }
        guard isatty(STDIN_FILENO) == 0 else {
            throw Fault(
                .usage, "a password typed here could be read on the screen",
                help: "give it from a file or a program: mastoctl … --password-stdin < FILE")
        }
        guard let line = readLine() else { throw Fault(.badData, "there is no password on standard input") }
        do { try UserFlaw.check(password: line) } catch { throw error.fault }
        return NewPassword(chosen: line)
    }
}
