/// A value of a TOML file (toml.io, version 1.0.0).
enum TOMLValue: Sendable, Equatable {
    case string(String)
    case integer(Int)
    case float(Double)
    case boolean(Bool)
    /// A date, a time or both, as it is written. No setting of ours is one.
    case moment(String)
    case array([TOMLValue])
    case table(TOMLTable)

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var int: Int? { if case .integer(let number) = self { number } else { nil } }
    var double: Double? { if case .float(let number) = self { number } else { nil } }
    var bool: Bool? { if case .boolean(let flag) = self { flag } else { nil } }
    var array: [TOMLValue]? { if case .array(let values) = self { values } else { nil } }
    var table: TOMLTable? { if case .table(let table) = self { table } else { nil } }
}

/// Where something stands in a file; both from 1, columns in characters of Unicode.
struct TOMLPosition: Sendable, Equatable, CustomStringConvertible {
    var line: Int
    var column: Int

    /// As it follows a path: `3:2`.
    var description: String { "\(line):\(column)" }
}

/// The entries of one table, in the order of the file.
struct TOMLTable: Sendable, Equatable, Sequence {
    struct Entry: Sendable, Equatable {
        var name: String
        var value: TOMLValue
        /// Of the name, where it was first written.
        var position: TOMLPosition
    }

    private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]

    init(_ entries: [Entry] = []) {
        self.entries = entries
        places = Dictionary(entries.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    var isEmpty: Bool { entries.isEmpty }

    subscript(name: String) -> TOMLValue? { places[name].map { entries[$0].value } }

    func position(of name: String) -> TOMLPosition? { places[name].map { entries[$0].position } }

    func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }
}

/// Why a text is no TOML, and where. The words quote nothing of the text: it may hold a secret.
struct TOMLTrouble: Error, Equatable {
    var position: TOMLPosition
    var reason: String
}
