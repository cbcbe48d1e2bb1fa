import Faults
import Model

extension FleetMember {
    /// The servers of an inventory. A host whose name, or `mastoctl_profile`, is that of a profile is that profile's server
    /// with its groups as further tags; any other is run by ssh on its own machine, through a profile that `written` has.
    package static func all(of inventory: HostInventory, profiles: [FleetMember]) -> [FleetMember] {
        inventory.hosts.map { host in
            let wanted = host.variables["mastoctl_profile"]
            if var member = profiles.first(where: { $0.name == wanted ?? host.name }) {
                member.name = host.name
                member.tags += host.groups.filter { !member.tags.contains($0) }
                return member.named()
            }
            var member = FleetMember(name: host.name, tags: host.groups)
            if let wanted {
                member.trouble = Fault(.noSuch, "there is no profile \(wanted), which the inventory names")
            } else if host.variables["ansible_connection"] == "local" {
                member.trouble = Fault(.configuration, "it is reached without ssh, and has no profile")
            } else if let way = host.way {
                member.via = way
                member.isReadOnly = ["true", "yes", "1"].contains(host.variables["mastoctl_read_only"]?.lowercased())
                member.written = member.profile(way)
            } else {
                member.trouble = Fault(.badData, "what the inventory says of it is no way to a server")
            }
            return member.named()
        }
    }

    /// Files are called after servers.
    func named() -> FleetMember {
        let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || ".-_:".contains($0) }
        guard !isName || name.hasPrefix(".") || name.hasPrefix("-") || name.utf8.count > 200 else { return self }
        var member = self
        member.trouble = Fault(.badData, "its name holds what no file's name may")
        member.name = String(name.map { $0 == "/" ? "_" : $0 })
        return member
    }

    func profile(_ way: Way?) -> String {
        let words = tags.map(ProfileTemplate.quoted).joined(separator: ", ")
        return (way.map { "via = \(ProfileTemplate.quoted($0.text))\n" } ?? "") + "tags = [\(words)]\n"
            + (isReadOnly ? "read_only = true\n" : "")
    }
}

extension HostInventory.Host {
    /// How Ansible would reach it, for a command that runs there; or as `mastoctl_via` says.
    fileprivate var way: Way? {
        if let told = variables["mastoctl_via"] { return Way(told) }
        let host = variables["ansible_host"] ?? variables["ansible_ssh_host"] ?? name
        let user = (variables["ansible_user"] ?? variables["ansible_ssh_user"]).map { $0 + "@" } ?? ""
        let port = (variables["ansible_port"] ?? variables["ansible_ssh_port"]).map { ":" + $0 } ?? ""
        return Way("ssh-exec://\(user)\(host.contains(":") ? "[\(host)]" : host)\(port)")
    }
}

extension HostInventory {
    /// The servers of a fleet as an inventory that Ansible reads, and that names the profiles again.
    ///
    /// - Parameter servers: each with its tags, the way to it, whether nothing may be changed there and whether it has a
    ///   profile.
    package init(of servers: [(name: String, tags: [String], via: String?, isReadOnly: Bool, hasProfile: Bool)]) {
        self.init(
            hosts: servers.map { server in
                var variables: [String: String] = [:]
                if server.hasProfile { variables["mastoctl_profile"] = server.name }
                if server.isReadOnly { variables["mastoctl_read_only"] = "true" }
                if let way = server.via.flatMap({ Way($0) }) {
                    variables["mastoctl_via"] = way.text
                    variables["ansible_host"] = way.host
                    variables["ansible_user"] = way.user
                    variables["ansible_port"] = way.port.map(String.init)
                } else {
                    variables["ansible_connection"] = "local"
                }
                return Host(name: server.name, groups: server.tags.map(Self.group).sorted(), variables: variables)
            }.sorted { $0.name < $1.name })
    }

    /// What ends a name in an inventory becomes a low line.
    private static func group(_ tag: String) -> String {
        String(tag.map { $0.isWhitespace || "[]:#;='\"".contains($0) ? "_" : $0 })
    }
}
