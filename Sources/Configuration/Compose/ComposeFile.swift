import YAML

/// What a compose file says of the variables of its services (compose-go 2, `loader`): `env_file` and `environment`.
///
/// `extends` and `include` are not followed; a service that has one says so.
struct ComposeFile {
    /// One of `env_file`.
    struct Source: Equatable {
        /// As it stands there, variables replaced.
        var path: String
        var isRequired = true
        /// `format: raw`: read as `docker run --env-file` reads it.
        var isRaw = false
    }

    /// One of `environment`; without a value it takes that of Compose's own environment, or takes the name away.
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
        /// Whether it takes more from elsewhere, which is not looked at.
        var extends = false
    }

    var services: [Service]

    /// - Parameters:
    ///   - path: for origins.
    ///   - lookup: Compose's own environment, which values may name.
    /// - Throws: `YAMLTrouble` for what cannot be understood.
    init(_ text: String, path: String, lookup: @escaping (String) -> String?) throws(YAMLTrouble) {
        let reading = Reading(path: path, template: ComposeTemplate(lookup: lookup))
        let root = try YAMLReader.read(text)
        guard case .map(let members)? = root["services"] else {
            services = []
            return
        }
        var services: [Service] = []
        for member in members { services.append(try reading.service(member)) }
        self.services = services
    }

    private init(services: [Service]) {
        self.services = services
    }

    /// With what a file of overrides says: its files come behind, its variables win.
    func overridden(by other: ComposeFile) -> ComposeFile {
        var merged = services
        for more in other.services {
            guard let index = merged.firstIndex(where: { $0.name == more.name }) else {
                merged.append(more)
                continue
            }
            merged[index].sources += more.sources.filter { !merged[index].sources.contains($0) }
            merged[index].variables += more.variables
            merged[index].extends = merged[index].extends || more.extends
        }
        return ComposeFile(services: merged)
    }
}

private struct Reading {
    let path: String
    let template: ComposeTemplate

    func service(_ member: YAMLMember) throws(YAMLTrouble) -> ComposeFile.Service {
        var service = ComposeFile.Service(name: member.name)
        service.extends = member.value["extends"] != nil
        switch member.value["env_file"] {
        case .text(let text, let line)?: service.sources = [.init(path: try expand(text, line))]
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
                service.variables.append(
                    .init(
                        name: String(words[..<(sign ?? words.endIndex)]),
                        value: sign.map { String(words[words.index(after: $0)...]) }, path: path, line: line))
            }
        case .text?, .nothing?, nil: break
        }
        return service
    }

    private func source(_ node: YAMLNode, _ line: Int) throws(YAMLTrouble) -> ComposeFile.Source {
        if case .text(let text, let line) = node { return .init(path: try expand(text, line)) }
        guard case .text(let text, let line)? = node["path"] else {
            throw YAMLTrouble(line: line, reason: "an env_file without a path")
        }
        var source = ComposeFile.Source(path: try expand(text, line))
        if case .text(let word, _)? = node["required"] { source.isRequired = word != "false" }
        if case .text(let word, _)? = node["format"] { source.isRaw = word == "raw" }
        return source
    }

    private func variable(
        _ name: String, _ node: YAMLNode, _ line: Int
    ) throws(YAMLTrouble) -> ComposeFile.Variable {
        switch node {
        case .text(let text, let line): .init(name: name, value: try expand(text, line), path: path, line: line)
        case .nothing: .init(name: name, value: nil, path: path, line: line)
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
