/// Rows of one of the server's small tables that are asked for, and how they are told: announcements, relays, rules.
package protocol RecordList: Sendable {
    /// The schema word of each row: `relays.list/1`.
    static var schema: StaticString { get }
    /// The first one names the row for other commands.
    static var columns: [RecordColumn] { get }
}

/// A column of such rows.
package struct RecordColumn: Sendable {
    package enum Kind: Sendable {
        case text
        /// A text that may be cut on a narrow terminal.
        case long
        case number
        /// Told in JSON alone.
        case hidden
    }

    /// In snake_case; the same in every form.
    package var name: StaticString
    package var kind: Kind

    package init(_ name: StaticString, _ kind: Kind = .text) {
        self.name = name
        self.kind = kind
    }
}

/// One row: a value for each column of its list.
package struct Record<List: RecordList>: Sendable, Equatable {
    package var values: [JSONValue]

    package init(_ values: [JSONValue]) {
        self.values = values
    }

    /// What names it for other commands.
    package var key: String { values.first?.plain ?? "" }
}

extension JSONValue {
    /// For a person and for `tsv`: a list with commas, nothing for null.
    package var plain: String {
        switch self {
        case .null: ""
        case .boolean(let value): value ? "yes" : "no"
        case .integer(let number): "\(number)"
        case .number(let number): "\((number * 100).rounded() / 100)"
        case .string(let text): text
        case .array(let values): values.map(\.plain).joined(separator: ",")
        case .object: text
        }
    }
}

/// A change to rows of one of the server's small tables that is asked for, before anybody knows how it is made.
package protocol RecordIntent: Sendable {
    /// The command's words: `relays enable`.
    var name: String { get }
    /// What the rows are called: `relays`.
    var noun: String { get }
    /// What is done to them: `enabled`.
    var done: String { get }
    /// Whether a person is asked before.
    var asks: Bool { get }
    /// What a moderator's role must allow.
    var permissions: [ModeratorPowers.Permission] { get }
}

extension RecordIntent {
    package var asks: Bool { false }
}
