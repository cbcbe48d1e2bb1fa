/// The compose file beside an env file, and which variables the service that reads that file really gets.
///
/// Compose's own order: the files of `env_file` one after the other, then `environment`; what the shell and `.env` hold is
/// there for `${…}` and for names without a value. Source: compose-go 2, `types/project.go`
/// (`WithServicesEnvironmentResolved`).
struct ComposeProject {
    /// The service that reads a file, and how.
    struct Reader {
        var found: ComposeReader.Found
        var source: ComposeFile.Source
    }

    let directory: String
    let files: any FileReader
    private(set) var warnings: [String]
    private let services: [ComposeReader.Found]

    /// What Compose looks for, the first one counts; and the overrides beside it, of which one counts, too.
    static let names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]
    private static let overrides = [
        "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml",
    ]

    /// - Parameter shell: the variables that Compose was started with.
    init(in directory: String, shell: [String: String], files: any FileReader) {
        (self.directory, self.files) = (directory, files)
        let paths = [Self.names, Self.overrides].compactMap { names in
            names.map { joined(directory, $0) }.first(where: files.exists)
        }
        var reader = ComposeReader(files: files, shell: shell)
        let isThere = Self.names.contains { files.exists(joined(directory, $0)) }
        services = isThere ? reader.services(of: paths, in: directory) : []
        warnings = reader.warnings
    }

    /// The service that reads the file, the web process before others; nil where none does.
    func reader(of path: String) -> Reader? {
        let readers = services.compactMap { found in
            found.service.sources.last { $0.path == AbsolutePath.resolved(path, in: "/") }
                .map { Reader(found: found, source: $0) }
        }
        return readers.first { $0.found.service.name == "web" } ?? readers.first
    }

    /// What the service gets, with the file's own variables as they were read.
    mutating func entries(of reader: Reader, with own: EnvFile) throws -> [String: EnvFile.Entry] {
        var entries: [String: EnvFile.Entry] = [:]
        for source in reader.found.service.sources {
            if source == reader.source {
                entries.merge(own.entries) { $1 }
            } else if let file = try other(source, of: reader) {
                entries.merge(file.entries.mapValues { $0.at(file.path) }) { $1 }
            }
        }
        for variable in reader.found.service.variables {
            entries[variable.name] = variable.value.map {
                EnvFile.Entry(value: $0, line: variable.line, path: variable.path)
            }
        }
        return entries
    }

    /// The variables that a service's own `environment` has for the `${…}` of its files.
    static func known(to found: ComposeReader.Found) -> [String: String] {
        found.service.variables.reduce(into: [:]) { $0[$1.name] = $1.value }.merging(found.environment) { $1 }
    }

    private mutating func other(_ source: ComposeFile.Source, of reader: Reader) throws -> EnvFile? {
        let content: FileContent
        do throws(FileTrouble) {
            content = try files.read(source.path, limit: files.sizeLimit)
        } catch {
            if source.isRequired || error != .missing {
                warnings.append(
                    "the service \(reader.found.service.name) of \(directory) also reads \(source.path), which cannot "
                        + "be read: \(error.reason)")
            }
            return nil
        }
        return try EnvFile(
            path: source.path, content: content, dialect: source.isRaw ? .docker : .compose, environment: [:],
            project: Self.known(to: reader.found))
    }
}
