// An inventory as Ansible reads it again: every variable beside its host, every group with its hosts.

extension HostInventory {
    /// In Ansible's INI form.
    package var ini: String {
        var text = ""
        for host in hosts {
            let variables = host.variables.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.word($0.value))" }
            text += host.name + variables.joined() + "\n"
        }
        for group in groups {
            text += "\n[\(group)]\n"
            for host in hosts where host.groups.contains(group) { text += host.name + "\n" }
        }
        return text
    }

    /// In Ansible's YAML form.
    package var yaml: String {
        if hosts.isEmpty { return "all: {}\n" }
        var text = "all:\n  hosts:\n"
        for host in hosts {
            text += "    \(SettingYAML.quoted(host.name)):\n"
            for (name, value) in host.variables.sorted(by: { $0.key < $1.key }) {
                text += "      \(SettingYAML.quoted(name)): \(SettingYAML.quoted(value))\n"
            }
        }
        if groups.isEmpty { return text }
        text += "  children:\n"
        for group in groups {
            text += "    \(SettingYAML.quoted(group)):\n      hosts:\n"
            for host in hosts where host.groups.contains(group) {
                text += "        \(SettingYAML.quoted(host.name)):\n"
            }
        }
        return text
    }

    private var groups: [String] { Set(hosts.flatMap(\.groups)).sorted() }

    /// What a shell's words are to Ansible: blanks, quotes and signs of comments are held together.
    private static func word(_ value: String) -> String {
        let isPlain = !value.isEmpty && value.allSatisfy { $0.isLetter || $0.isNumber || "@.:/-_+,*".contains($0) }
        if isPlain { return value }
        return value.contains("'") ? "\"\(value)\"" : "'\(value)'"
    }
}
