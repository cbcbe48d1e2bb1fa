import CYAML

/// libyaml's parser, an event at a time. Confined to one task at a time.
final class YAMLEvents {
    struct Event {
        enum Kind: Equatable {
            case text(String, isPlain: Bool)
            case alias(String)
            case list, map
            /// Of the stream or the document.
            case begin
            /// Of a list, a map, the document or the stream.
            case end
        }

        var kind: Kind
        /// From 1.
        var line: Int
        var anchor: String?
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The parser keeps a pointer to them.
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ text: String) throws(YAMLTrouble) {
        // The parser counts a byte order mark as a column, which sets the first line in.
        let mark = "\u{FEFF}".utf8
        let content = text.utf8.starts(with: mark) ? text.utf8.dropFirst(mark.count) : text.utf8[...]
        bytes = .allocate(capacity: content.count)
        _ = bytes.initialize(from: content)
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else { throw YAMLTrouble(line: 1, reason: "no memory is left") }
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        bytes.deallocate()
    }

    /// - Throws: `YAMLTrouble`; libyaml's words quote nothing of the text.
    func next() throws(YAMLTrouble) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            throw YAMLTrouble(
                line: Int(parser.pointee.problem_mark.line) + 1,
                reason: parser.pointee.problem.map { String(cString: $0) } ?? "not valid YAML")
        }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line) + 1
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return Event(
                kind: .text(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), line: line,
                anchor: Self.name(scalar.anchor))
        case YAML_ALIAS_EVENT:
            return Event(kind: .alias(Self.name(event.data.alias.anchor) ?? ""), line: line)
        case YAML_SEQUENCE_START_EVENT:
            return Event(kind: .list, line: line, anchor: Self.name(event.data.sequence_start.anchor))
        case YAML_MAPPING_START_EVENT:
            return Event(kind: .map, line: line, anchor: Self.name(event.data.mapping_start.anchor))
        case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: return Event(kind: .begin, line: line)
        default: return Event(kind: .end, line: line)
        }
    }

    private static func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        anchor.map { String(cString: $0) }
    }
}
