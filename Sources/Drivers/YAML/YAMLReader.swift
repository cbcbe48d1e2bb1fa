/// Reads the first document of a YAML text: maps of texts, lists, and what aliases and `<<` take in. Tags are passed over.
///
/// Event by event, so that nothing is read beyond what lies too deep; time is linear in the length.
package struct YAMLReader {
    private static let deepest = 64
    /// Values at most, so that aliases of aliases end.
    private static let most = 100_000

    private let events: YAMLEvents
    private var anchors: [String: (node: YAMLNode, count: Int)] = [:]
    private var count = 0

    private init(_ text: String) throws(YAMLTrouble) {
        events = try YAMLEvents(text)
    }

    /// - Throws: `YAMLTrouble`.
    package static func read(_ text: String) throws(YAMLTrouble) -> YAMLNode {
        var reader = try YAMLReader(text)
        while true {
            let event = try reader.events.next()
            switch event.kind {
            case .begin: continue
            case .end: return .nothing(line: event.line)
            default:
                let root = try reader.node(event, depth: 0)
                // The document's end, or what is wrong behind the value.
                _ = try reader.events.next()
                return root
            }
        }
    }

    private mutating func node(_ event: YAMLEvents.Event, depth: Int) throws(YAMLTrouble) -> YAMLNode {
        let line = event.line
        let before = count
        count += 1
        guard depth < Self.deepest else { throw YAMLTrouble(line: line, reason: "values lie too deep in each other") }
        let node: YAMLNode
        switch event.kind {
        case .text(let text, let isPlain):
            let isNothing = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
            node = isNothing ? .nothing(line: line) : .text(text, line: line)
        case .alias(let name):
            guard let known = anchors[name] else { throw YAMLTrouble(line: line, reason: "an alias of nothing") }
            count += known.count
            node = known.node
        case .list: node = .list(try list(depth))
        case .map: node = .map(try map(depth))
        case .begin, .end: node = .nothing(line: line)
        }
        guard count < Self.most else { throw YAMLTrouble(line: line, reason: "it holds more than can be read") }
        if let anchor = event.anchor { anchors[anchor] = (node, count - before) }
        return node
    }

    private mutating func list(_ depth: Int) throws(YAMLTrouble) -> [YAMLNode] {
        var nodes: [YAMLNode] = []
        while true {
            let event = try events.next()
            if event.kind == .end { return nodes }
            nodes.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func map(_ depth: Int) throws(YAMLTrouble) -> [YAMLMember] {
        var members: [YAMLMember] = []
        var taken: [YAMLMember] = []
        while true {
            let key = try events.next()
            if key.kind == .end { break }
            guard case .text(let name, _) = key.kind else {
                throw YAMLTrouble(line: key.line, reason: "a name that is no text")
            }
            let value = try node(try events.next(), depth: depth + 1)
            if name == "<<" {
                taken += Self.taking(value)
            } else {
                members.append(YAMLMember(name: name, value: value, line: key.line))
            }
        }
        // What stands in the map itself counts.
        let own = Set(members.map(\.name))
        return taken.filter { !own.contains($0.name) } + members
    }

    /// The members that `<<` takes in, of one map or of several, of which the first counts.
    private static func taking(_ value: YAMLNode) -> [YAMLMember] {
        switch value {
        case .map(let members): members
        case .list(let nodes): nodes.reversed().flatMap(taking)
        case .text, .nothing: []
        }
    }
}
