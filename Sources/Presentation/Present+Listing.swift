import Console

extension Present {
    /// Writes rows as they come, in constant memory. When the reader goes away no more rows are asked for.
    ///
    /// - Throws: `Fault(.inputOutput)` when something cannot be written; what the rows throw.
    package func tell<Rows: AsyncSequence, Row: Listed>(_ rows: Rows) async throws where Rows.Element == [Row] {
        var teller = RowTeller<Row>(form: format ?? .table, terminal: output.answer)
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
private struct RowTeller<Row: Listed> {
    let form: Format
    let terminal: Terminal
    private var hasBegun = false
    /// Of a table's columns; they only grow.
    private var widths: [Int] = []
    private var objects = JSONObjects()

    init(form: Format, terminal: Terminal) {
        self.form = form
        self.terminal = terminal
    }

    mutating func text(of rows: ArraySlice<Row>) -> String {
        defer { hasBegun = true }
        switch form {
        case .json, .jsonl: return json(rows)
        case .ids: return rows.map { Sanitized.text($0.key) + "\n" }.joined()
        case .table:
            var table = Table(Row.columns)
            for row in rows { table.add(row.cells) }
            return table.text(for: terminal, widths: &widths, hasHeader: !hasBegun)
        default:
            var table = Table(Row.fields.map { .init($0) })
            for row in rows { table.add(row.values) }
            let text = table.tabSeparated
            return hasBegun ? String(text[text.index(after: text.firstIndex(of: "\n") ?? text.startIndex)...]) : text
        }
    }

    /// What stands behind the last row.
    var end: String {
        switch form {
        case .json: hasBegun ? "\n]\n" : "[]\n"
        case .tsv: hasBegun ? "" : Table(Row.fields.map { .init($0) }).tabSeparated
        default: ""
        }
    }

    private mutating func json(_ rows: ArraySlice<Row>) -> String {
        objects.clear()
        var isFirst = !hasBegun
        for row in rows {
            if form == .json { objects.raw(isFirst ? "[\n  " : ",\n  ") }
            isFirst = false
            objects.open()
            objects.put("schema", "\(Row.schema)")
            row.write(to: &objects)
            objects.close()
            if form == .jsonl { objects.raw("\n") }
        }
        return String(decoding: objects.bytes, as: UTF8.self)
    }
}
