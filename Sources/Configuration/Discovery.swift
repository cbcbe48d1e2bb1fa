import Faults

/// Finds the profile, Mastodon's directory and the env file.
struct Discovery {
    var profile: Profile?
    var root: String?
    var envFile: EnvFile?
    var warnings: [String] = []
    var credentials = Credentials.Finding()
    /// Where root and env file were named; nil when they were found by looking.
    var rootOrigin: Origin?
    var envFileOrigin: Origin?
    /// Why what was found does not say which instance is meant; nil when it does.
    var trouble: Fault?

    /// Where Mastodon's own documentation puts it.
    static let usualRoot = "/home/mastodon/live"

    init(overrides: [Override], environment: [String: String], files: any FileReader) throws {
        let wanted = overrides.last { $0.key == "profile" }?.value ?? environment["MASTOCTL_PROFILE"]
        // Who names an instance's file on the command line means that instance: a profile nobody asked for, whose
        // database would win over the file's, must not turn the command on another server.
        let isOtherInstance = overrides.contains { $0.key == "env_file" } && (wanted ?? "").isEmpty
        let found =
            isOtherInstance
            ? (profile: nil, ambiguous: [])
            : try Profile.find(wanted.flatMap { $0.isEmpty ? nil : $0 }, environment: environment, files: files)
        profile = found.profile
        let early = Resolver(overrides: overrides, environment: environment, profile: profile, envFile: nil)

        let namedRoot = early.said("root").flatMap { $0.value.isEmpty ? nil : $0 }
        rootOrigin = namedRoot?.origin
        let roots = namedRoot.map { [files.absolute($0.value)] } ?? [files.workingDirectory, Self.usualRoot]

        let namedFile = early.said("env_file").flatMap { $0.value.isEmpty ? nil : $0 }
        envFileOrigin = namedFile?.origin
        var looked: [String] = []
        var path: String?
        if let namedFile {
            path = Self.place(namedFile, profile: profile, files: files)
        } else {
            looked = roots.map { joined($0, ".env.production") }
            path = looked.first(where: files.exists)
        }
        root = namedRoot == nil ? roots.first { Self.isMastodon($0, files: files) } : roots[0]
        if root == nil, let path, let slash = path.lastIndex(of: "/") {
            // PAPERCLIP_ROOT_PATH is relative to it, and nothing nearer to the truth is known.
            root = slash == path.startIndex ? "/" : String(path[..<slash])
        }
        if let path {
            envFile = try Self.read(path, resolver: early, environment: environment, files: files, &warnings)
        }
        let known = Resolver(overrides: overrides, environment: environment, profile: profile, envFile: envFile)
        credentials = try Credentials.find(known, profile: profile, environment: environment, files: files)
        warnings += credentials.warnings
        if !Self.isEnough(early, envFile: envFile) {
            trouble = Self.nothingFound(envFile: envFile, looked: looked, profile: profile, ambiguous: found.ambiguous)
        }
        if profile == nil && !found.ambiguous.isEmpty {
            warnings.append("several profiles exist and none is named default, so none is used")
        }
    }

    private static func read(
        _ path: String, resolver: Resolver, environment: [String: String], files: any FileReader,
        _ warnings: inout [String]
    ) throws -> EnvFile {
        let content = try files.content(of: path, as: "the env file")
        let dialect = EnvDialect(rawValue: try resolver.choice("env_dialect") ?? "auto") ?? .auto
        let directory = AbsolutePath.parent(of: path)
        let neighbours = dialect == .auto ? files.names(in: directory) : []
        let dotenv = joined(directory, ".env")
        let settings = dotenv == path ? [:] : ComposeReader.settings(of: dotenv, shell: environment, files: files)
        func read(_ dialect: EnvDialect, _ project: [String: String]) throws -> EnvFile {
            try EnvFile(
                path: path, content: content, dialect: dialect, environment: environment, neighbours: neighbours,
                project: project)
        }
        let isComposes = dialect == .compose || dialect == .auto && EnvFile.detect(neighbours: neighbours).0 == .compose
        if !isComposes { return try read(dialect, settings) }
        var project = ComposeProject(in: directory, shell: environment, files: files)
        defer { warnings += project.warnings }
        guard let reader = project.reader(of: path) else { return try read(dialect, settings) }
        var file = try read(reader.source.isRaw ? .docker : dialect, ComposeProject.known(to: reader.found))
        file.entries = try project.entries(of: reader, with: file)
        if dialect == .auto {
            file.detection = "the service \(reader.found.service.name) of the compose file beside it names it"
        }
        return file
    }

    /// A path in a profile is relative to the profile, any other to the working directory.
    private static func place(_ named: Sourced<String>, profile: Profile?, files: any FileReader) -> String {
        guard case .profile = named.origin, !named.value.hasPrefix("/"), let profile else {
            return files.absolute(named.value)
        }
        if let root = profile.values["root"] { return joined(root, named.value) }
        return joined(AbsolutePath.parent(of: profile.path), named.value)
    }

    private static func isMastodon(_ directory: String, files: any FileReader) -> Bool {
        files.exists(joined(directory, ".env.production")) || files.exists(joined(directory, "config/application.rb"))
    }

    /// True when something says which instance is meant: without that, defaults would reach some other database.
    private static func isEnough(_ resolver: Resolver, envFile: EnvFile?) -> Bool {
        if let envFile, !envFile.entries.isEmpty { return true }
        return ["postgres.url", "postgres.host", "postgres.name"].contains { key in
            resolver.said(key).map { !$0.value.isEmpty } ?? false
        }
    }

    private static func nothingFound(
        envFile: EnvFile?, looked: [String], profile: Profile?, ambiguous: [String]
    ) -> Fault {
        let help = "name the instance's file with --env-file, or write a profile with `mastoctl config init`"
        if let envFile { return Fault(.configuration, "the env file \(envFile.path) is empty", help: help) }
        if !ambiguous.isEmpty {
            return Fault(
                .configuration, "several profiles exist and none is named default",
                notes: ambiguous.map { "there is \($0)" }, help: "choose one with --profile")
        }
        var notes = looked.map { "looked for \($0)" }
        if let profile { notes.append("the profile \(profile.path) names no database") }
        return Fault(.configuration, "no instance found", notes: notes, help: help)
    }
}
