import Faults
import Model
import YAML

extension HostInventory {
    /// Reads an inventory of Ansible's: YAML where the file's name says so, else the INI form.
    ///
    /// - Throws: `Fault(.badData)` with file and line; `Fault(.noSuch)` or `denied` when it cannot be read.
    package init(at path: String, files: any FileReader) throws {
        let path = files.absolute(path)
        let content = try files.content(of: path, as: "the inventory")
        guard let text = String(validating: content.bytes, as: UTF8.self), !content.bytes.contains(0) else {
            throw Fault(.badData, "the inventory \(path) is not valid UTF-8 text")
        }
        let isYAML = [".yml", ".yaml"].contains { path.hasSuffix($0) }
        do throws(Trouble) {
            self = isYAML ? try HostInventory(parsingYAML: text) : try HostInventory(parsingINI: text)
        } catch {
            let place = error.line.map { ":\($0)" } ?? ""
            throw Fault(.badData, "\(path)\(place): the inventory cannot be understood", notes: [error.reason])
        }
    }

    /// Reads an inventory in Ansible's YAML form: groups with `hosts`, `vars` and `children`.
    package init(parsingYAML text: String) throws(Trouble) {
        let root: YAMLNode
        do throws(YAMLTrouble) {
            root = try YAMLReader.read(text)
        } catch {
            throw Trouble(line: error.line, error.reason)
        }
        var draft = InventoryDraft()
        switch root {
        case .map(let groups):
            for group in groups { try Self.read(group.name, group.value, into: &draft, depth: 0) }
        case .nothing: break
        case .list, .text: throw Trouble("it holds no groups")
        }
        self = try draft.finished()
    }

    private static func read(
        _ name: String, _ node: YAMLNode, into draft: inout InventoryDraft, depth: Int
    ) throws(Trouble) {
        draft.add(group: name)
        for section in try members(node, of: name) {
            switch section.name {
            case "hosts":
                for host in try members(section.value, of: "hosts") {
                    var variables: [String: String] = [:]
                    for variable in try members(host.value, of: host.name) {
                        variables[variable.name] = plain(variable.value)
                    }
                    for one in try spread(host.name) { draft.add(host: one, to: name, variables) }
                }
            case "vars":
                for variable in try members(section.value, of: "vars") {
                    if let value = plain(variable.value) { draft.set(variable.name, to: value, of: name) }
                }
            case "children":
                for child in try members(section.value, of: "children") {
                    draft.add(child: child.name, to: name)
                    try read(child.name, child.value, into: &draft, depth: depth + 1)
                }
            default: throw Trouble(line: section.line, "a group has hosts, vars and children")
            }
        }
    }

    private static func members(_ node: YAMLNode, of name: String) throws(Trouble) -> [YAMLMember] {
        switch node {
        case .map(let members): return members
        case .nothing: return []
        case .text(_, let line): throw Trouble(line: line, "\(name) must hold names")
        case .list: throw Trouble("\(name) must hold names")
        }
    }

    /// Lists and maps are nothing that says how a host is reached.
    private static func plain(_ node: YAMLNode) -> String? {
        if case .text(let text, _) = node { return text }
        return nil
    }
}
