/// The hosts of an Ansible inventory, with the groups and variables that are theirs.
package struct HostInventory: Sendable, Equatable {
    package struct Host: Sendable, Equatable {
        package var name: String
        /// All it is in, those above its own among them; without `all` and `ungrouped`.
        package var groups: [String]
        /// Its own come before its group's, and these before those of groups above.
        package var variables: [String: String]

        package init(name: String, groups: [String] = [], variables: [String: String] = [:]) {
            self.name = name
            self.groups = groups
            self.variables = variables
        }
    }

    package struct Trouble: Error, Equatable {
        package var line: Int?
        package var reason: String

        package init(line: Int? = nil, _ reason: String) {
            self.line = line
            self.reason = reason
        }
    }

    /// By name.
    package var hosts: [Host]

    package init(hosts: [Host]) {
        self.hosts = hosts
    }
}

/// What stands in an inventory, before groups are followed to what is above them.
package struct InventoryDraft: Sendable {
    private struct Group {
        var hosts: Set<String> = []
        var children: Set<String> = []
        var variables: [String: String] = [:]
    }

    private var groups: [String: Group] = ["all": Group()]
    private var hosts: [String: [String: String]] = [:]

    package init() {}

    package mutating func add(group: String) { groups[group] = groups[group] ?? Group() }

    package mutating func add(host: String, to group: String, _ variables: [String: String]) {
        groups[group, default: Group()].hosts.insert(host)
        hosts[host, default: [:]].merge(variables) { $1 }
    }

    package mutating func add(child: String, to group: String) {
        add(group: child)
        groups[group, default: Group()].children.insert(child)
    }

    package mutating func set(_ name: String, to value: String, of group: String) {
        groups[group, default: Group()].variables[name] = value
    }

    /// - Throws: `HostInventory.Trouble` when a group is below itself.
    package func finished() throws(HostInventory.Trouble) -> HostInventory {
        var above: [String: Set<String>] = [:]
        for (name, group) in groups { for child in group.children { above[child, default: []].insert(name) } }
        for name in groups.keys where Self.reaches(name, above) {
            throw HostInventory.Trouble("the group \(name) is below itself")
        }
        var all: [HostInventory.Host] = []
        for (name, own) in hosts {
            // Nearest first: a variable of a group counts before that of one above it, and before `all`'s.
            var order = groups.filter { $0.value.hosts.contains(name) }.map(\.key).sorted()
            var next = 0
            while next < order.count {
                for parent in (above[order[next]] ?? []).sorted() where !order.contains(parent) { order.append(parent) }
                next += 1
            }
            order.removeAll { $0 == "all" }
            var variables = own
            for group in order + ["all"] { variables.merge(groups[group]?.variables ?? [:]) { mine, _ in mine } }
            all.append(
                HostInventory.Host(
                    name: name, groups: order.filter { $0 != "ungrouped" }.sorted(), variables: variables))
        }
        return HostInventory(hosts: all.sorted { $0.name < $1.name })
    }

    private static func reaches(_ name: String, _ above: [String: Set<String>]) -> Bool {
        var seen: Set<String> = []
        var open = above[name] ?? []
        while let group = open.popFirst() {
            if group == name { return true }
            if seen.insert(group).inserted { open.formUnion(above[group] ?? []) }
        }
        return false
    }
}
