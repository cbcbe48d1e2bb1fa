import Console

/// Tells answers: the only switch over `Format`.
package struct Present: Sendable {
    let output: Output
    let format: Format?

    /// - Parameter format: nil when nobody asked for one: then a person reads, and a quiet success says nothing.
    package init(to output: Output, as format: Format?) {
        self.output = output
        self.format = format
    }

    /// Writes the answer to standard output.
    ///
    /// - Throws: `Fault(.inputOutput)` when it cannot be written.
    package func tell(_ answer: some Presentable) throws {
        if format == nil, output.isQuiet, answer.isOnlySuccess { return }
        switch format ?? .table {
        case .table: try output.write(answer.text(for: output.answer))
        case .tsv: try output.write(answer.table.tabSeparated)
        case .json: try output.writeLine(JSONText.pretty(answer))
        case .jsonl: for line in answer.lines { try output.writeLine(JSONText.line(line)) }
        case .plain, .nginx, .nftables, .summary, .domains: try output.write(answer.text(as: format ?? .plain))
        case .ids: for id in answer.ids { try output.writeLine(Sanitized.text(id)) }
        }
        try output.flush()
    }
}
