import CYAML

/// Reads the first document of a YAML text: maps of texts, lists, and what aliases and `<<` take in. Tags are passed over.
package enum YAMLReader {
    /// How deep values may lie in each other; an alias may name what it stands in.
    private static let deepest = 64
    /// Values at most, so that aliases of aliases end.
    private static let most = 100_000

    /// - Throws: `YAMLTrouble`.
    package static func read(_ text: String) throws(YAMLTrouble) -> YAMLNode {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { throw YAMLTrouble(line: 1, reason: "no memory is left") }
        defer { yaml_parser_delete(&parser) }
        let bytes = Array(text.utf8)
        var document = yaml_document_t()
        // The parser keeps the pointer until the document is whole.
        let isWhole = bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            return yaml_parser_load(&parser, &document) == 1
        }
        guard isWhole else {
            throw YAMLTrouble(
                line: Int(parser.problem_mark.line) + 1,
                reason: parser.problem.map { String(cString: $0) } ?? "not valid YAML")
        }
        defer { yaml_document_delete(&document) }
        guard let root = yaml_document_get_root_node(&document) else { return .nothing(line: 1) }
        var count = 0
        return try node(root, of: &document, depth: 0, &count)
    }

    private typealias Place = UnsafeMutablePointer<yaml_node_t>

    private static func node(
        _ place: Place, of document: inout yaml_document_t, depth: Int, _ count: inout Int
    ) throws(YAMLTrouble) -> YAMLNode {
        let line = Int(place.pointee.start_mark.line) + 1
        count += 1
        guard depth < deepest else { throw YAMLTrouble(line: line, reason: "values lie too deep in each other") }
        guard count < most else { throw YAMLTrouble(line: line, reason: "aliases make more of it than can be read") }
        let data = place.pointee.data
        switch place.pointee.type {
        case YAML_SEQUENCE_NODE:
            let items = data.sequence.items
            var nodes: [YAMLNode] = []
            for item in UnsafeBufferPointer(start: items.start, count: items.top - items.start) {
                guard let child = yaml_document_get_node(&document, item) else { continue }
                nodes.append(try node(child, of: &document, depth: depth + 1, &count))
            }
            return .list(nodes)
        case YAML_MAPPING_NODE:
            let pairs = data.mapping.pairs
            var members: [YAMLMember] = []
            var taken: [YAMLMember] = []
            for pair in UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start) {
                guard let key = yaml_document_get_node(&document, pair.key),
                    let child = yaml_document_get_node(&document, pair.value)
                else { continue }
                let value = try node(child, of: &document, depth: depth + 1, &count)
                let line = Int(key.pointee.start_mark.line) + 1
                guard key.pointee.type == YAML_SCALAR_NODE else {
                    throw YAMLTrouble(line: line, reason: "a name that is no text")
                }
                let name = text(key.pointee.data.scalar)
                if name == "<<" {
                    taken += taking(value)
                } else {
                    members.append(YAMLMember(name: name, value: value, line: line))
                }
            }
            // What stands in the map itself counts.
            return .map(taken.filter { one in !members.contains { $0.name == one.name } } + members)
        default:
            let text = text(data.scalar)
            let isPlain = data.scalar.style == YAML_PLAIN_SCALAR_STYLE
            return isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
                ? .nothing(line: line) : .text(text, line: line)
        }
    }

    /// The members that `<<` takes in, of one map or of several, of which the first counts.
    private static func taking(_ value: YAMLNode) -> [YAMLMember] {
        switch value {
        case .map(let members): members
        case .list(let nodes): nodes.reversed().flatMap(taking)
        case .text, .nothing: []
        }
    }

    private typealias Scalar = yaml_node_s.__Unnamed_union_data.__Unnamed_struct_scalar

    private static func text(_ scalar: Scalar) -> String {
        String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    }
}
