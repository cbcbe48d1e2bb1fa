import Console
import Faults

/// An answer that can be told in every form.
///
/// Its JSON form is its `Encodable` one and carries a `schema` word; fields are only ever added.
package protocol Presentable: Encodable, Sendable {
    /// The forms it has beside those of every answer.
    associatedtype Forms: OwnForms = NoForms
    /// The rows, for a person and for `tsv`.
    var table: Table { get }
    /// What a person reads; the table unless the answer knows better.
    func text(for terminal: Terminal) -> String
    /// What `jsonl` writes, a line each; the answer itself unless it is a list.
    var lines: [any Encodable & Sendable] { get }
    /// What `ids` writes, a line each, for other commands to read.
    var ids: [String] { get }
    /// The answer in a form of its own.
    func text(as form: Forms) -> String
    /// How the run ends when telling it went well.
    var status: ExitStatus { get }
    /// True when a quiet run may leave it out: it only says that all went well.
    var isOnlySuccess: Bool { get }
}

extension Presentable {
    package func text(for terminal: Terminal) -> String { table.text(for: terminal) }
    package var lines: [any Encodable & Sendable] { [self] }
    package var ids: [String] { [] }
    package var status: ExitStatus { .done }
    package var isOnlySuccess: Bool { false }
}

extension Presentable where Forms == NoForms {
    package func text(as form: NoForms) -> String { form.rawValue }
}
