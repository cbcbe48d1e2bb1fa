import YAML

/// What a compose file says of the variables of its services (compose-go 2, `loader`): `env_file`, `environment`, and
/// where it takes more from: `extends` of a service, `include` of the file. Paths are absolute, variables replaced.
struct ComposeFile {
    /// One of `env_file`.
    struct Source: Equatable {
        var path: String
        var isRequired = true
        /// `format: raw`: read as `docker run --env-file` reads it.
        var isRaw = false
    }

    /// One of `environment`; without a value here and in Compose's own environment it takes the name away.
    struct Variable: Equatable {
        var name: String
        var value: String?
        var path: String
        var line: Int
    }

    struct Service: Equatable {
        var name: String
        var sources: [Source] = []
        var variables: [Variable] = []
        var parent: Parent?

        /// With what wins over it: those files come behind, those variables win.
        func overridden(by other: Service) -> Service {
            var merged = self
            merged.sources += other.sources.filter { !sources.contains($0) }
            merged.variables += other.variables
            merged.parent = other.parent ?? parent
            return merged
        }
    }

    /// `extends`: the service that one begins as.
    struct Parent: Equatable {
        var service: String
        /// The file it stands in; nil for the same one.
        var path: String?
        var line: Int
    }

    /// One of `include`: a project of its own, whose services are taken over.
    struct Include: Equatable {
        /// The first one, and what is laid over it.
        var paths: [String]
        /// What its relative paths start at.
        var directory: String
        /// Instead of the `.env` of its directory.
        var settings: [String]?
    }

    private(set) var services: [Service] = []
    private(set) var includes: [Include] = []

    /// - Parameters:
    ///   - path: for origins.
    ///   - directory: what its relative paths start at.
    ///   - lookup: Compose's own environment, which values may name.
    /// - Throws: `YAMLTrouble` for what cannot be understood.
    init(
        _ text: String, path: String, directory: String, lookup: @escaping (String) -> String?
    ) throws(YAMLTrouble) {
        let reading = Reading(path: path, directory: directory, template: ComposeTemplate(lookup: lookup))
        let root = try YAMLReader.read(text)
        if case .map(let members)? = root["services"] {
            for member in members { services.append(try reading.service(member)) }
        }
        if case .list(let nodes)? = root["include"] {
            for node in nodes { includes.append(try reading.include(node)) }
        }
    }

    func service(_ name: String) -> Service? { services.first { $0.name == name } }

    /// With what a file of overrides says.
    func overridden(by other: ComposeFile) -> ComposeFile {
        var merged = self
        merged.includes += other.includes
        for more in other.services {
            if let index = merged.services.firstIndex(where: { $0.name == more.name }) {
                merged.services[index] = merged.services[index].overridden(by: more)
            } else {
                merged.services.append(more)
            }
        }
        return merged
    }

    /// With each service as `change` makes it.
    func mapServices(_ change: (Service) -> Service) -> ComposeFile {
        var changed = self
        changed.services = services.map(change)
        return changed
    }
}

private struct Reading {
    let path: String
    let directory: String
    let template: ComposeTemplate

    func service(_ member: YAMLMember) throws(YAMLTrouble) -> ComposeFile.Service {
        var service = ComposeFile.Service(name: member.name)
        service.parent = try parent(member.value["extends"], member.line)
        switch member.value["env_file"] {
        case .text(let text, let line)?: service.sources = [.init(path: try place(text, line))]
        case .list(let nodes)?: for node in nodes { service.sources.append(try source(node, member.line)) }
        case .map?, .nothing?, nil: break
        }
        switch member.value["environment"] {
        case .map(let members)?:
            for item in members { service.variables.append(try variable(item.name, item.value, item.line)) }
        case .list(let nodes)?:
            for node in nodes {
                guard case .text(let text, let line) = node else { continue }
                let words = try expand(text, line)
                let sign = words.firstIndex(of: "=")
                let name = String(words[..<(sign ?? words.endIndex)])
                let value = sign.map { String(words[words.index(after: $0)...]) } ?? template.lookup(name)
                service.variables.append(.init(name: name, value: value, path: path, line: line))
            }
        case .text?, .nothing?, nil: break
        }
        return service
    }

    private func source(_ node: YAMLNode, _ line: Int) throws(YAMLTrouble) -> ComposeFile.Source {
        if case .text(let text, let line) = node { return .init(path: try place(text, line)) }
        guard case .text(let text, let line)? = node["path"] else {
            throw YAMLTrouble(line: line, reason: "an env_file without a path")
        }
        var source = ComposeFile.Source(path: try place(text, line))
        if case .text(let word, _)? = node["required"] { source.isRequired = word != "false" }
        if case .text(let word, _)? = node["format"] { source.isRaw = word == "raw" }
        return source
    }

    private func parent(_ node: YAMLNode?, _ line: Int) throws(YAMLTrouble) -> ComposeFile.Parent? {
        switch node {
        case .text(let name, let line)?: return .init(service: try expand(name, line), line: line)
        case .map?:
            guard case .text(let name, let line)? = node?["service"] else {
                throw YAMLTrouble(line: line, reason: "extends without a service")
            }
            var parent = ComposeFile.Parent(service: try expand(name, line), line: line)
            if case .text(let file, let line)? = node?["file"] { parent.path = try place(file, line) }
            return parent
        case .list?, .nothing?, nil: return nil
        }
    }

    func include(_ node: YAMLNode) throws(YAMLTrouble) -> ComposeFile.Include {
        let paths = try places(node["path"] ?? node)
        guard let first = paths.first else { throw YAMLTrouble(line: 1, reason: "an include without a path") }
        var include = ComposeFile.Include(paths: paths, directory: AbsolutePath.parent(of: first))
        if case .text(let text, let line)? = node["project_directory"] { include.directory = try place(text, line) }
        if let node = node["env_file"] { include.settings = try places(node) }
        return include
    }

    /// One path, or several.
    private func places(_ node: YAMLNode) throws(YAMLTrouble) -> [String] {
        switch node {
        case .text(let text, let line): return [try place(text, line)]
        case .list(let nodes):
            var all: [String] = []
            for case .text(let text, let line) in nodes { all.append(try place(text, line)) }
            return all
        case .map, .nothing: return []
        }
    }

    private func place(_ text: String, _ line: Int) throws(YAMLTrouble) -> String {
        AbsolutePath.resolved(try expand(text, line), in: directory)
    }

    private func variable(
        _ name: String, _ node: YAMLNode, _ line: Int
    ) throws(YAMLTrouble) -> ComposeFile.Variable {
        switch node {
        case .text(let text, let line): .init(name: name, value: try expand(text, line), path: path, line: line)
        case .nothing: .init(name: name, value: template.lookup(name), path: path, line: line)
        case .list, .map: throw YAMLTrouble(line: line, reason: "\(name) holds more than one value")
        }
    }

    private func expand(_ text: String, _ line: Int) throws(YAMLTrouble) -> String {
        do throws(ComposeTemplate.Trouble) {
            return String(String.UnicodeScalarView(try template.expand(Array(text.unicodeScalars)[...], depth: 0)))
        } catch {
            switch error {
            case .invalid: throw YAMLTrouble(line: line, reason: "a ${…} that Compose refuses")
            case .tooLong: throw YAMLTrouble(line: line, reason: "a value that is too long")
            case .missing(let name): throw YAMLTrouble(line: line, reason: "a value for \(name), which has none")
            }
        }
    }
}
