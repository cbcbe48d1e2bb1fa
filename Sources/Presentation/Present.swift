import Console

/// Tells answers: the only switch over `Format`.
package struct Present<Forms: OwnForms>: Sendable {
    let output: Output
    let form: Form<Forms>?

    /// - Parameter form: nil when nobody asked for one: then a person reads, and a quiet success says nothing.
    package init(to output: Output, as form: Form<Forms>?) {
        self.output = output
        self.form = form
    }

    /// Writes the answer to standard output.
    ///
    /// - Throws: `Fault(.inputOutput)` when it cannot be written.
    package func tell<Answer: Presentable>(_ answer: Answer) throws where Answer.Forms == Forms {
        if form == nil, output.isQuiet, answer.isOnlySuccess { return }
        switch form ?? .usual {
        case .own(let form): try output.write(answer.text(as: form))
        case .everyones(.table): try output.write(answer.text(for: output.answer))
        case .everyones(.tsv): try output.write(answer.table.tabSeparated)
        case .everyones(.json): try output.writeLine(JSONText.pretty(answer))
        case .everyones(.jsonl): for line in answer.lines { try output.writeLine(JSONText.line(line)) }
        case .everyones(.ids): for id in answer.ids { try output.writeLine(Sanitized.text(id)) }
        }
        try output.flush()
    }

    /// How a list is told, row by row.
    func teller<Row: Listed>(of rows: Row.Type) -> any RowTeller<Row> {
        switch form ?? .usual {
        case .everyones(.json): ObjectTeller<Row>(isList: true)
        case .everyones(.jsonl): ObjectTeller<Row>(isList: false)
        case .everyones(.ids): KeyTeller<Row>()
        case .everyones(.tsv): ValueTeller<Row>()
        case .everyones(.table), .own: CellTeller<Row>(terminal: output.answer)
        }
    }
}
