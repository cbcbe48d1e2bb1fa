import Model

/// What a machine says of itself and of the server's parts on it, as far as it can be read.
package struct MachineFacts: Sendable {
    private let machine: Machine

    package init(_ machine: Machine) {
        self.machine = machine
    }

    /// Words and numbers by name; what cannot be read is left out.
    package var facts: [(name: String, value: JSONValue)] {
        var facts: [(String, JSONValue)] = []
        func add(_ name: String, _ text: String?) {
            guard let text, !text.isEmpty else { return }
            facts.append((name, .string(text)))
        }
        let release = (machine.text("/etc/os-release") ?? "").split(separator: "\n")
        add("system", release.first { $0.hasPrefix("PRETTY_NAME=") }?.dropFirst(12).filter { $0 != "\"" })
        add("kernel", line("/proc/sys/kernel/osrelease"))
        add("load", line("/proc/loadavg").map { $0.split(separator: " ").prefix(3).joined(separator: " ") })
        if let seconds = line("/proc/uptime")?.split(separator: " ").first.flatMap({ Double($0) }) {
            facts.append(("uptime_seconds", .integer(Int64(seconds))))
        }
        for (name, word) in [
            ("memory_bytes", "MemTotal:"), ("available_bytes", "MemAvailable:"), ("swap_free_bytes", "SwapFree:"),
        ] {
            if let number = machine.number(word, in: "/proc/meminfo") {
                facts.append((name, .integer(Int64(number * 1_024))))
            }
        }
        facts.append(("container", .boolean(machine.isContainer)))
        add("container_memory_max", line("/sys/fs/cgroup/memory.max"))
        add("container_cpu_max", line("/sys/fs/cgroup/cpu.max"))
        add("container_pids_max", line("/sys/fs/cgroup/pids.max"))
        add("pressure_memory", line("/proc/pressure/memory"))
        add("pressure_io", line("/proc/pressure/io"))
        return facts
    }

    private func line(_ path: String) -> String? {
        machine.text(path)?.split(separator: "\n").first.map(String.init)
    }

    // MARK: - units

    private static let folders = ["/etc/systemd/system", "/lib/systemd/system", "/usr/lib/systemd/system"]

    /// Mastodon's and this program's units by their names, each with what is in it, replaced where it is not known to be
    /// harmless.
    package var units: [(name: String, text: String)] {
        var seen: Set<String> = []
        return Self.folders.flatMap { folder in
            machine.names(in: folder).filter { name in
                (name.hasPrefix("mastodon") || name.hasPrefix("mastoctl"))
                    && (name.hasSuffix(".service") || name.hasSuffix(".timer") || name.hasSuffix(".target"))
                    && seen.insert(name).inserted
            }.sorted().compactMap { name in
                machine.text("\(folder)/\(name)").map { (name, Self.told($0)) }
            }
        }
    }

    private static func told(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.isEmpty || line.hasPrefix("[") { return String(line) }
            if line.hasPrefix("#") || line.hasPrefix(";") { return nil }
            guard let sign = line.firstIndex(of: "=") else { return ToldNames.replaced }
            let (name, value) = (String(line[..<sign]), line[line.index(after: sign)...])
            return "\(name)=\(told(value, of: name))"
        }.joined(separator: "\n")
    }

    private static func told(_ value: Substring, of name: String) -> String {
        if ToldNames.directives.contains(name) { return String(value) }
        switch name {
        case "Environment":
            return value.split(separator: " ").map { pair in
                let bare = pair.filter { $0 != "\"" && $0 != "'" }
                let parts = bare.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { return ToldNames.replaced }
                return "\(parts[0])=\(ToldNames.variables.contains(parts[0]) ? parts[1] : ToldNames.replaced)"
            }.joined(separator: " ")
        case "ExecStart", "ExecReload", "ExecStop":
            return value.split(separator: " ").enumerated().map { index, word in
                let isKnown =
                    index == 0 && !word.contains("=") || Int(word) != nil
                    || ToldNames.commandWords.contains(String(word))
                return isKnown ? String(word) : ToldNames.replaced
            }.joined(separator: " ")
        default: return ToldNames.replaced
        }
    }
}
