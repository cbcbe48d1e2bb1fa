import Faults

/// A profile as the fleet knows it: what chooses it and how it is reached, and nothing that is secret.
package struct FleetMember: Sendable {
    package var name: String
    package var path: String
    package var tags: [String] = []
    package var isReadOnly = false
    package var via: Way?
    /// Why the profile cannot be read; its servers are told of, and not run.
    package var trouble: Fault?
    /// The profile's text, where it is in no file yet: of a host of an inventory.
    package var written: String?
    /// The text of its env file, with its secrets, where that is in no file yet: of a server of a cluster.
    package var secrets: String?
    /// What its process gets besides the profile.
    package var variables: [String: String] = [:]
    /// Whether its services have names that only its cluster resolves.
    package var isWithinCluster = false
    /// What its profile says something of.
    var said: Set<String> = []

    /// Every profile of this user and this machine by name; the user's own hides the machine's of the same name.
    package static func all(environment: [String: String], files: any FileReader) -> [FleetMember] {
        var seen: Set<String> = []
        return Profile.directories(environment: environment).flatMap { directory in
            Profile.names(in: directory, files: files).filter { seen.insert($0).inserted }.map {
                FleetMember(name: $0, path: joined(directory, $0 + ".toml"), files: files)
            }
        }.sorted { $0.name < $1.name }
    }

    /// One that has no profile of its own.
    init(name: String, tags: [String]) {
        self.name = name
        self.tags = tags
        path = ""
    }

    /// Files of secrets that the profile names are not opened.
    private init(name: String, path: String, files: any FileReader) {
        self.name = name
        self.path = path
        do {
            let content = try files.content(of: path, as: "the profile")
            let profile = try Profile(withoutSecrets: path, content: content)
            said = Set(profile.values.keys)
            said.formUnion(said.filter { $0.hasSuffix("_file") }.map { String($0.dropLast(5)) })
            let resolver = Resolver(overrides: [], environment: [:], profile: profile, envFile: nil)
            tags = resolver.list("tags")
            isReadOnly = try resolver.boolean("read_only")
            via = try resolver.way()
        } catch {
            trouble = error as? Fault ?? Fault(.configuration, "\(path) cannot be read", cause: error)
        }
    }
}
