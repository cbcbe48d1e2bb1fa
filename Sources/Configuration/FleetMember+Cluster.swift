import Faults
import Model

extension FleetMember {
    /// The servers of a cluster, each with the variables its own containers get.
    ///
    /// A profile of a server's name says what is otherwise than its pods see it, such as another way to its database; what
    /// names an env file of its own, or a far side, is the server's profile as it stands.
    package static func all(of cluster: ClusterInventory, profiles: [FleetMember]) -> [FleetMember] {
        cluster.servers.map { server in
            let profile = profiles.first { $0.name == server.name }
            var member = profile ?? FleetMember(name: server.name, tags: [])
            for tag in [server.namespace, server.release] + server.labels where !member.tags.contains(tag) {
                member.tags.append(tag)
            }
            if member.trouble != nil || member.said.contains("env_file") || member.via?.kind == .sshExec {
                return member.named()
            }
            member.take(server)
            if profile == nil { member.written = member.profile(nil) }
            return member.named()
        }
    }

    private mutating func take(_ server: ClusterInventory.Server) {
        if let reason = server.trouble {
            trouble = Fault(.badData, reason)
            return
        }
        let services = ClusterAddresses(server.variables, in: server.namespace, said: said)
        if let name = services.own.first {
            trouble = Fault(
                .configuration, "its pod alone reaches \(name); a profile of its name may say how it is reached")
            return
        }
        isWithinCluster = !services.inner.isEmpty && via == nil
        let gaps = server.gaps.filter { Self.heard.contains($0.key) && said.isDisjoint(with: Self.keys[$0.key] ?? []) }
        if let (name, reason) = gaps.min(by: { $0.key < $1.key }) {
            trouble = Fault(.badData, "\(name) is not known: \(reason)")
            return
        }
        var text = ""
        for (name, value) in services.variables.sorted(by: { $0.key < $1.key }) where !Self.isLeftOut(name, services) {
            if value.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" || $0 == "\0" }) {
                // Certificates of a sign-in have many lines, and mastoctl has no use for them.
                guard Self.heard.contains(name) else { continue }
                trouble = Fault(.badData, "\(name) holds the end of a line, as a Secret made with `echo` does")
                return
            }
            text += "\(name)=\(value)\n"
        }
        secrets = text
    }

    private static let keys: [String: [String]] = Dictionary(
        Setting.all.flatMap { setting in setting.variables.map { ($0, [setting.key]) } }, uniquingKeysWith: +)
    private static let heard = Set(keys.keys)

    /// What steers this program is for who runs it to say; and media in a volume are in no folder of this machine.
    private static func isLeftOut(_ name: String, _ services: ClusterAddresses) -> Bool {
        if name.hasPrefix("MASTOCTL_") { return true }
        let isStored = ["S3_ENABLED", "SWIFT_ENABLED", "AZURE_ENABLED"].contains { services.variables[$0] == "true" }
        return name == "PAPERCLIP_ROOT_PATH" && !isStored
    }

    /// What its process gets, once its secrets are in a file.
    package mutating func take(secretsAt path: String) {
        secrets = nil
        variables = ["MASTOCTL_ENV_FILE": path, "MASTOCTL_ENV_DIALECT": EnvDialect.docker.rawValue]
        // The folder is not there: media in a volume of the cluster are not to be looked for where this machine has some.
        if !said.contains("root") { variables["MASTOCTL_ROOT"] = path + ".volume" }
    }
}
