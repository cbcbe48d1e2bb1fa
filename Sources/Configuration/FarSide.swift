import Faults

/// The command is to run on the machine of the server: the profile says `via = "ssh-exec://…"`.
package struct FarSide: Error, Sendable {
    package var way: Way
    /// Whether nothing may be changed there.
    package var isReadOnly: Bool

    /// Looks at nothing but the profile, since everything else of the configuration is on that machine.
    ///
    /// - Returns: nil where the command runs here.
    package static func named(
        by overrides: [Override], environment: [String: String], files: any FileReader
    ) throws -> FarSide? {
        let wanted = overrides.last { $0.key == "profile" }?.value ?? environment["MASTOCTL_PROFILE"] ?? ""
        if wanted.isEmpty, overrides.contains(where: { $0.key == "env_file" }) { return nil }
        guard
            let profile = try Profile.find(wanted.isEmpty ? nil : wanted, environment: environment, files: files)
                .profile
        else { return nil }
        let resolver = Resolver(overrides: [], environment: [:], profile: profile, envFile: nil)
        guard let way = try resolver.way(), way.kind == .sshExec else { return nil }
        let isForLooking = try resolver.boolean("read_only")
        return FarSide(way: way, isReadOnly: isForLooking || Configuration.isReadOnly(environment))
    }
}
