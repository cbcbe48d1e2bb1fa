import Console
import Faults

/// An answer that can be told in every form.
///
/// Its JSON form is its `Encodable` one and carries a `schema` word; fields are only ever added.
package protocol Presentable: Encodable, Sendable {
    /// The rows, for a person and for `tsv`.
    var table: Table { get }
    /// What a person reads; the table unless the answer knows better.
    func text(for terminal: Terminal) -> String
    /// What `jsonl` writes, a line each; the answer itself unless it is a list.
    var lines: [any Encodable & Sendable] { get }
    /// What `ids` writes, a line each, for other commands to read.
    var ids: [String] { get }
    /// The answer in a form only some answers have: `nginx`. The command's `forms` say which.
    func text(as form: Format) -> String
    /// How the run ends when telling it went well.
    var status: ExitStatus { get }
    /// True when a quiet run may leave it out: it only says that all went well.
    var isOnlySuccess: Bool { get }
}

extension Presentable {
    package func text(for terminal: Terminal) -> String { table.text(for: terminal) }
    package var lines: [any Encodable & Sendable] { [self] }
    package var ids: [String] { [] }
    package func text(as form: Format) -> String { table.tabSeparated }
    package var status: ExitStatus { .done }
    package var isOnlySuccess: Bool { false }
}

/// The forms of an answer.
package enum Format: String, CaseIterable, Sendable {
    case table, json, jsonl, tsv, ids
    /// One item a line and nothing else; as another program's configuration reads it.
    case plain, nginx, nftables
    /// Figures alone, and names alone, as `tootctl domains crawl` has them.
    case summary, domains

    /// Those that every answer has.
    package static let everyones: [Format] = [.table, .json, .jsonl, .tsv, .ids]
}
