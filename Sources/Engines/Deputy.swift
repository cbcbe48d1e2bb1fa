import Faults
import Glibc
import Processes

/// Calls of programs in the name of another account of this machine, which owns the files that they work on: root becomes
/// it, anybody else asks sudo, which takes no environment along.
package struct Deputy: Sendable {
    /// Nil for whoever runs this.
    package let user: String?

    package init(_ user: String?) {
        self.user = user == Self.own ? nil : user
    }

    /// The account of this program; nil when nobody knows its number.
    static var own: String? { getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } }

    /// - Parameters:
    ///   - environment: may hold secrets; it does not come through sudo.
    ///   - plain: variables without a secret, which do.
    /// - Throws: `Fault(.configuration)` without sudo.
    func invocation(
        _ path: String, _ words: [String], environment: [String: String] = [:], plain: [String: String] = [:],
        input: Invocation.Input = .nothing
    ) throws -> Invocation {
        guard let user else {
            return Invocation(path, words, environment: environment.merging(plain) { $1 }, input: input, directory: "/")
        }
        if geteuid() == 0 {
            return Invocation(
                path, words, environment: environment.merging(plain) { $1 }, input: input, directory: "/", user: user)
        }
        let sudo = try EnginePath.require("sudo", of: "sudo")
        let variables = plain.isEmpty ? [] : ["/usr/bin/env"] + plain.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
        return Invocation(
            sudo, ["-n", "-u", user, "--"] + variables + [path] + words, environment: environment, input: input,
            directory: "/")
    }

    /// - Throws: `EngineError` when it does not go well.
    @discardableResult
    func run(_ path: String, _ words: [String], input: Invocation.Input = .nothing) async throws -> String {
        let ending = try await invocation(path, words, input: input).run()
        guard ending.status == 0 else {
            throw EngineError(
                .failed, String(path.split(separator: "/").last ?? ""), status: ending.status, lines: ending.lines)
        }
        return ending.text
    }
}
