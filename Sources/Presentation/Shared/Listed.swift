import Console

/// A row of an answer that may be too long to be held: it is told as it comes.
package protocol Listed: Sendable {
    /// The schema word of each row: `accounts.list/1`. A list has none of its own, since an empty one is `[]`.
    static var schema: StaticString { get }
    /// What a person reads, and what `tsv` writes.
    static var columns: [Table.Column] { get }
    static var fields: [String] { get }
    var cells: [String] { get }
    var values: [String] { get }
    /// What `ids` writes.
    var key: String { get }
    /// Writes the members of its JSON object behind the schema word.
    func write(to object: inout JSONObjects)
}

extension Listed {
    package static var fields: [String] { columns.map(\.title) }
    package var values: [String] { cells }
}
