import YAML

/// Reads compose files with all that they take from elsewhere: what is laid over them, the services they extend, the
/// projects they include (compose-go 2, `loader/loader.go`, `extends.go`, `include.go`).
struct ComposeReader {
    /// A service as it is in the end, with what Compose knows while it reads it.
    struct Found {
        var service: ComposeFile.Service
        /// The shell's variables, and those of its project's `.env`.
        var environment: [String: String]
    }

    let files: any FileReader
    /// What Compose was started with.
    let shell: [String: String]
    private(set) var warnings: [String] = []

    /// Bytes of a compose file at most.
    private static let sizeLimit = 1 << 20
    /// How far a service may extend one that extends one, or a file include one that includes one.
    private static let deepest = 16

    init(files: any FileReader, shell: [String: String]) {
        (self.files, self.shell) = (files, shell)
    }

    /// The services of a project.
    ///
    /// - Parameters:
    ///   - paths: its file, and what is laid over it.
    ///   - directory: what their relative paths start at.
    ///   - settings: what is read for `${…}`, instead of `.env` there.
    mutating func services(
        of paths: [String], in directory: String, settings: [String]? = nil, depth: Int = 0
    ) -> [Found] {
        let environment = (settings ?? [joined(directory, ".env")])
            .reduce(into: [:]) { $0.merge(Self.settings(of: $1, shell: shell, files: files)) { $1 } }
            .merging(shell) { $1 }
        guard let base = file(paths[0], in: directory, environment: environment) else { return [] }
        let whole = paths.dropFirst().reduce(base) { merged, path in
            file(path, in: directory, environment: environment).map { merged.overridden(by: $0) } ?? merged
        }
        var found = whole.services.map { Found(service: $0, environment: environment) }
        for include in whole.includes {
            guard depth < Self.deepest else {
                warnings.append("\(paths[0]) includes files that include it, which Compose refuses")
                break
            }
            let more = services(
                of: include.paths, in: include.directory, settings: include.settings, depth: depth + 1)
            found += more.filter { other in !found.contains { $0.service.name == other.service.name } }
        }
        return found
    }

    /// The variables of a file that Compose reads for itself; none when it cannot be read, as values seldom name any.
    static func settings(of path: String, shell: [String: String], files: any FileReader) -> [String: String] {
        guard files.exists(path), let content = try? files.read(path, limit: files.sizeLimit),
            let file = try? EnvFile(path: path, content: content, dialect: .compose, environment: shell)
        else { return [:] }
        return file.entries.mapValues(\.value)
    }

    private mutating func file(
        _ path: String, in directory: String, environment: [String: String], depth: Int = 0
    ) -> ComposeFile? {
        let content: FileContent
        do throws(FileTrouble) {
            content = try files.read(path, limit: Self.sizeLimit)
        } catch {
            warnings.append("\(path) cannot be read (\(error.reason)), so what it says under environment: is not known")
            return nil
        }
        do throws(YAMLTrouble) {
            let text = String(decoding: content.bytes, as: UTF8.self)
            let file = try ComposeFile(text, path: path, directory: directory) { environment[$0] }
            return file.mapServices { whole($0, of: file, path: path, environment: environment, depth: depth) }
        } catch {
            warnings.append(
                "\(path):\(error.line) cannot be understood (\(error.reason)), so what it says under environment: is "
                    + "not looked at")
            return nil
        }
    }

    /// A service with what it extends.
    private mutating func whole(
        _ service: ComposeFile.Service, of file: ComposeFile, path: String, environment: [String: String], depth: Int
    ) -> ComposeFile.Service {
        guard let parent = service.parent else { return service }
        guard depth < Self.deepest else {
            warnings.append("\(path):\(parent.line) extends a service that extends it, which Compose refuses")
            return service
        }
        let other = parent.path.flatMap {
            self.file($0, in: AbsolutePath.parent(of: $0), environment: environment, depth: depth + 1)
        }
        guard let base = (parent.path == nil ? file : other)?.service(parent.service) else {
            warnings.append("\(path):\(parent.line) extends a service that is not to be found, so it is not looked at")
            return service
        }
        // What another file says is whole already.
        let begun =
            parent.path == nil
            ? whole(base, of: file, path: path, environment: environment, depth: depth + 1) : base
        var merged = begun.overridden(by: service)
        (merged.name, merged.parent) = (service.name, nil)
        return merged
    }
}
