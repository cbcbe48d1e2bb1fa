import Model

/// The rows of one table, made one after the other when they are asked for.
package struct TableRows: Sendable {
    package let table: String
    /// Those the release has.
    package let columns: [String]
    private let kept: [Bool]
    private let count: Int
    private let write: @Sendable (Int, inout RowWriter) throws -> Void

    /// `write` is called with 0 ..< `count` and writes no, one or more rows of all `columns` each time. Nil when the
    /// release lacks the table.
    init?(
        _ table: String, of release: MastodonRelease, _ columns: [String], count: Int,
        write: @escaping @Sendable (Int, inout RowWriter) throws -> Void
    ) {
        guard let relation = SchemaCatalog.of(release: release).relation(table) else { return nil }
        self.table = table
        let names = Set(relation.columns.map(\.name))
        kept = columns.map(names.contains)
        self.columns = columns.filter(names.contains)
        self.count = count
        self.write = write
    }

    /// Calls `body` with the rows in COPY text format, some 256 KiB of whole lines at a time; returns how many there
    /// were.
    /// - Throws: what `body` throws, and `Fault(.ourBug)` when a row cannot be made.
    package func forEachChunk(_ body: ([UInt8]) throws -> Void) throws -> Int {
        var writer = RowWriter(kept: kept)
        for index in 0..<count {
            try write(index, &writer)
            if writer.bytes.count >= 256 * 1024 {
                try body(writer.bytes)
                writer.empty()
            }
        }
        if !writer.bytes.isEmpty { try body(writer.bytes) }
        return writer.rows
    }
}
