import YAML

/// The compose file beside an env file, and which variables the service that reads that file really gets.
///
/// Compose's own order: the files of `env_file` one after the other, then `environment`; what the shell and `.env` hold is
/// there for `${…}` and for names without a value. Source: compose-go 2, `types/project.go`
/// (`WithServicesEnvironmentResolved`).
struct ComposeProject {
    let directory: String
    /// What Compose was started with: the shell's variables, and those of `.env`.
    let environment: [String: String]
    let files: any FileReader
    private(set) var warnings: [String] = []
    private var services: [ComposeFile.Service] = []

    /// What Compose looks for, the first one counts; and the overrides beside it, of which one counts, too.
    private static let names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]
    private static let overrides = [
        "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml",
    ]

    /// Bytes of a compose file at most.
    private static let sizeLimit = 1 << 20

    init(in directory: String, environment: [String: String], files: any FileReader) {
        (self.directory, self.environment, self.files) = (directory, environment, files)
        guard let name = Self.names.first(where: { files.exists(joined(directory, $0)) }),
            let base = open(name)
        else { return }
        let more = Self.overrides.first { files.exists(joined(directory, $0)) }.flatMap { open($0) }
        services = (more.map { base.overridden(by: $0) } ?? base).services
    }

    private mutating func open(_ name: String) -> ComposeFile? {
        let path = joined(directory, name)
        guard let content = try? files.read(path, limit: Self.sizeLimit) else { return nil }
        let environment = environment
        do throws(YAMLTrouble) {
            return try ComposeFile(String(decoding: content.bytes, as: UTF8.self), path: path) { environment[$0] }
        } catch {
            warnings.append(
                "\(path):\(error.line) cannot be understood (\(error.reason)), so what it says under environment: is "
                    + "not looked at")
            return nil
        }
    }

    /// The service that reads the file, the web process before others, and how; nil where none does.
    func reader(of path: String) -> (service: ComposeFile.Service, source: ComposeFile.Source)? {
        let readers = services.compactMap { service in
            service.sources.last { place($0) == Self.straight(path) }.map { (service: service, source: $0) }
        }
        return readers.first { $0.service.name == "web" } ?? readers.first
    }

    /// What the service gets, with the file's own variables as they were read.
    mutating func entries(
        of service: ComposeFile.Service, with own: EnvFile
    ) throws -> [String: EnvFile.Entry] {
        var entries: [String: EnvFile.Entry] = [:]
        for source in service.sources {
            if place(source) == Self.straight(own.path) {
                entries.merge(own.entries) { $1 }
            } else if let file = try other(source, of: service) {
                entries.merge(file.entries.mapValues { $0.at(file.path) }) { $1 }
            }
        }
        for variable in service.variables {
            if let value = variable.value ?? environment[variable.name] {
                entries[variable.name] = EnvFile.Entry(value: value, line: variable.line, path: variable.path)
            } else {
                entries[variable.name] = nil
            }
        }
        if service.extends {
            warnings.append(
                "the service \(service.name) of \(directory) extends another one, which is not looked at")
        }
        return entries
    }

    /// The variables that a service's own `environment` has for the `${…}` of its files.
    func known(to service: ComposeFile.Service) -> [String: String] {
        service.variables.reduce(into: [:]) { $0[$1.name] = $1.value ?? environment[$1.name] }
            .merging(environment) { $1 }
    }

    private mutating func other(_ source: ComposeFile.Source, of service: ComposeFile.Service) throws -> EnvFile? {
        let path = place(source)
        let content: FileContent
        do throws(FileTrouble) {
            content = try files.read(path, limit: files.sizeLimit)
        } catch {
            if source.isRequired || error != .missing {
                warnings.append(
                    "the service \(service.name) of \(directory) also reads \(path), which cannot be read: "
                        + error.reason)
            }
            return nil
        }
        return try EnvFile(
            path: path, content: content, dialect: source.isRaw ? .docker : .compose, environment: [:],
            project: known(to: service))
    }

    private func place(_ source: ComposeFile.Source) -> String {
        Self.straight(source.path.hasPrefix("/") ? source.path : joined(directory, source.path))
    }

    /// Without `.`, `..` and slashes that stand together.
    private static func straight(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
