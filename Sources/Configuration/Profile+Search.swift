import Faults

extension Profile {
    /// Where profiles lie, the user's own before the machine's.
    static func directories(environment: [String: String]) -> [String] {
        var directories: [String] = []
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
            directories.append(joined(base, "mastoctl"))
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            directories.append(joined(home, ".config/mastoctl"))
        }
        return directories + ["/etc/mastoctl"]
    }

    /// The profile of that name or path; without one `default.toml`, or the only profile there is.
    ///
    /// - Throws: `Fault` of kind `configuration` when a named one is missing.
    static func find(
        _ wanted: String?, environment: [String: String], files: any FileReader
    ) throws -> (profile: Profile?, ambiguous: [String]) {
        let directories = directories(environment: environment)
        if let wanted, wanted.contains("/") || wanted.hasSuffix(".toml") {
            return (try load(files.absolute(wanted), files: files), [])
        }
        if let wanted {
            let paths = directories.map { joined($0, wanted + ".toml") }
            guard let path = paths.first(where: files.exists) else {
                let known = directories.flatMap { names(in: $0, files: files) }
                throw Fault(
                    .configuration, "no profile named \(wanted)", notes: paths.map { "looked for \($0)" },
                    help: known.isEmpty
                        ? "write one with `mastoctl config init`" : "there is \(known.joined(separator: ", "))")
            }
            return (try load(path, files: files), [])
        }
        if let path = directories.map({ joined($0, "default.toml") }).first(where: files.exists) {
            return (try load(path, files: files), [])
        }
        let all = directories.flatMap { directory in
            names(in: directory, files: files).map { joined(directory, $0 + ".toml") }
        }
        return all.count == 1 ? (try load(all[0], files: files), []) : (nil, all)
    }

    static func names(in directory: String, files: any FileReader) -> [String] {
        files.names(in: directory).filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
    }

    private static func load(_ path: String, files: any FileReader) throws -> Profile {
        let content = try files.content(of: path, as: "the profile")
        return try Profile(path: path, content: content, files: files)
    }
}
