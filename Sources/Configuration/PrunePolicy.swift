import Faults
import Model

extension Configuration {
    /// A retention policy from a file of its own, in the place of the profile's.
    ///
    /// Sections are `[attachments]` or, as in a profile, `[prune.attachments]`.
    ///
    /// - Throws: `Fault` of kind `configuration` for bad TOML, an unknown key or an empty section; `denied` when the
    ///   file may not be read.
    package func policy(at path: String, files: any FileReader) throws -> [PruneSettings] {
        let path = files.absolute(path)
        let content = try files.content(of: path, as: "the policy")
        let policy = try Profile(policyAt: path, content: content)
        let resolver = Resolver(overrides: [], environment: [:], profile: policy, envFile: nil)
        return try PrunePart.allCases.map { try PruneSettings($0, resolver, run: run) }
    }
}

extension Profile {
    /// The prune sections of a profile, alone in a file, with or without the word `prune` before them.
    init(policyAt path: String, content: FileContent) throws {
        self.path = path
        name = path
        mode = content.mode
        values = [:]
        let table = try Self.table(path: path, content: content, what: "policy")
        let outer = table.filter { $0.name != "prune" }
        let inner = try Self.section("prune", of: table, in: path).map { Array($0) } ?? []
        if let both = outer.first(where: { one in inner.contains { $0.name == one.name } }) {
            throw Fault(.configuration, "both [\(both.name)] and [prune.\(both.name)] are in \(path):\(both.position)")
        }
        for entry in outer + inner {
            guard PrunePart(rawValue: entry.name) != nil, let section = entry.value.table else {
                throw Self.unknown(entry.name, in: "\(path):\(entry.position)")
            }
            if section.isEmpty {
                throw Fault(
                    .configuration, "the section [\(entry.name)] of \(path):\(entry.position) is empty",
                    help: "write `enabled = true` into it to prune with the defaults, or remove it")
            }
            try flatten(section, prefix: "prune.\(entry.name).")
        }
    }

    private static func section(_ name: String, of table: TOMLTable, in path: String) throws -> TOMLTable? {
        guard let value = table[name] else { return nil }
        guard let section = value.table else {
            throw Fault(.configuration, "\(name) in \(path) must be a section")
        }
        return section
    }

    private static func unknown(_ name: String, in path: String) -> Fault {
        let parts = PrunePart.allCases.map(\.rawValue)
        let nearest = parts.min { Setting.distance(name, $0) < Setting.distance(name, $1) } ?? ""
        let isNear = Setting.distance(name, nearest) <= max(2, name.count / 3)
        return Fault(
            .configuration, "unknown section \(name) in \(path)",
            help: isNear ? "did you mean [\(nearest)]?" : "there is \(parts.map { "[\($0)]" }.joined(separator: ", "))")
    }
}

extension PruneSettings {
    /// A policy to begin with, for those who have none.
    package static let example = """
        [prune.attachments]
        days = 14
        [prune.headers]
        days = 30
        [prune.preview_cards]
        days = 90
        """

    /// The enabled parts as a policy file; reading it gives the same settings.
    package static func text(of policy: [PruneSettings]) -> String {
        policy.filter(\.isEnabled).map(\.text).joined(separator: "\n")
    }

    private var text: String {
        var lines = ["[\(part.rawValue)]", "enabled = true"]
        func add(_ name: String, _ value: String?) {
            if let value { lines.append("\(name) = \(value)") }
        }
        add("days", days.map(String.init))
        add("limit", limit.map(String.init))
        add("max_size", maxSize.map { "\"\($0.exact)\"" })
        add("until_free", untilFree.map { "\"\($0.exact)\"" })
        if keepInteracted { add("keep_interacted", "true") }
        if includeFollows { add("include_follows", "true") }
        add("min_age", minAge.map { "\"\($0.wholeSeconds)s\"" })
        add("quarantine", quarantine.map(ProfileTemplate.quoted))
        add("concurrency", String(concurrency))
        add("rate", rate.map(String.init))
        return lines.map { $0 + "\n" }.joined()
    }
}

extension ByteCount {
    /// Without rounding, as `init(parsing:)` reads it: `10GiB`, `500MB`, `1234`.
    fileprivate var exact: String {
        let units: [(String, Int64)] = [
            ("TiB", 1 << 40), ("TB", 1_000_000_000_000), ("GiB", 1 << 30), ("GB", 1_000_000_000), ("MiB", 1 << 20),
            ("MB", 1_000_000),
        ]
        let unit = units.first { bytes > 0 && bytes % $0.1 == 0 }
        return unit.map { "\(bytes / $0.1)\($0.0)" } ?? "\(bytes)"
    }
}
