import Faults
import Glibc

/// Programs of this machine.
package enum Executable {
    /// The path of a program on `PATH`, in the system directories beside it or in `directories` (looked at first).
    package static func find(_ name: String, in directories: [String] = []) -> String? {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        let places =
            directories + path.split(separator: ":").map(String.init)
            + ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"]
        return places.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// As `find`, for a program that cannot be done without.
    /// - Throws: `Fault(.configuration)` naming the Debian package that has it.
    package static func require(
        _ name: String, of package: String, in directories: [String] = []
    ) throws -> String {
        if let path = find(name, in: directories) { return path }
        throw Fault(
            .configuration, "\(name) was not found on this machine", help: "apt-get install \(package)")
    }
}

/// A user account of this machine.
package struct Account: Sendable {
    package let name: String
    package let id: uid_t
    package let group: gid_t
    package let groupName: String

    /// - Throws: `Fault(.configuration)` when there is no such account.
    package init(named name: String) throws {
        guard let entry = getpwnam(name) else { throw Fault(.configuration, "there is no user \(name)") }
        self.name = name
        id = entry.pointee.pw_uid
        group = entry.pointee.pw_gid
        groupName = getgrgid(entry.pointee.pw_gid).map { String(cString: $0.pointee.gr_name) } ?? String(group)
    }

    /// For root the account to run a server as (`postgres`, else `nobody`); nil for anybody else.
    package static func unprivileged() throws -> Account? {
        guard geteuid() == 0 else { return nil }
        return try (try? Account(named: "postgres")) ?? Account(named: "nobody")
    }
}
