import Console

extension Present {
    /// Writes rows as they come, in constant memory. When the reader goes away no more rows are asked for.
    ///
    /// - Throws: `Fault(.inputOutput)` when something cannot be written; what the rows throw.
    package func tell<Rows: AsyncSequence, Row: Listed>(_ rows: Rows) async throws where Rows.Element == [Row] {
        var teller = teller(of: Row.self)
        for try await page in rows {
            // In parts, so that a page of many rows is not held a second time as text.
            var rest = page[...]
            while !rest.isEmpty, !output.isClosed {
                try output.write(teller.text(of: rest.prefix(1_000)))
                rest = rest.dropFirst(1_000)
            }
            try output.flush()
            if output.isClosed { return }
        }
        try output.write(teller.end)
        try output.flush()
    }
}

/// Turns rows into text, knowing what came before them.
protocol RowTeller<Row> {
    associatedtype Row: Listed
    mutating func text(of rows: ArraySlice<Row>) -> String
    /// What stands behind the last row.
    var end: String { get }
}

/// For a person.
struct CellTeller<Row: Listed>: RowTeller {
    let terminal: Terminal
    private var hasBegun = false
    /// Of the columns; they only grow.
    private var widths: [Int] = []
    var end: String { "" }

    init(terminal: Terminal) {
        self.terminal = terminal
    }

    mutating func text(of rows: ArraySlice<Row>) -> String {
        defer { hasBegun = true }
        var table = Table(Row.columns)
        for row in rows { table.add(row.cells) }
        return table.text(for: terminal, widths: &widths, hasHeader: !hasBegun)
    }
}

/// Fields with tabs between.
struct ValueTeller<Row: Listed>: RowTeller {
    private var hasBegun = false
    var end: String { hasBegun ? "" : Table(Row.fields.map { .init($0) }).tabSeparated }

    mutating func text(of rows: ArraySlice<Row>) -> String {
        defer { hasBegun = true }
        var table = Table(Row.fields.map { .init($0) })
        for row in rows { table.add(row.values) }
        let text = table.tabSeparated
        return hasBegun ? String(text[text.index(after: text.firstIndex(of: "\n") ?? text.startIndex)...]) : text
    }
}

/// What other commands read.
struct KeyTeller<Row: Listed>: RowTeller {
    var end: String { "" }

    mutating func text(of rows: ArraySlice<Row>) -> String {
        rows.map { Sanitized.text($0.key) + "\n" }.joined()
    }
}

/// JSON objects, as one list or a line each.
struct ObjectTeller<Row: Listed>: RowTeller {
    let isList: Bool
    private var hasBegun = false
    private var objects = JSONObjects()
    var end: String { isList ? hasBegun ? "\n]\n" : "[]\n" : "" }

    init(isList: Bool) {
        self.isList = isList
    }

    mutating func text(of rows: ArraySlice<Row>) -> String {
        objects.clear()
        for row in rows {
            if isList { objects.raw(hasBegun ? ",\n  " : "[\n  ") }
            hasBegun = true
            objects.open()
            objects.put("schema", "\(Row.schema)")
            row.write(to: &objects)
            objects.close()
            if !isList { objects.raw("\n") }
        }
        return String(decoding: objects.bytes, as: UTF8.self)
    }
}
