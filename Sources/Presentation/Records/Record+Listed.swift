import Console
import Model

extension Record: Listed {
    package static var schema: StaticString { List.schema }

    private static var shown: [(index: Int, column: RecordColumn)] {
        List.columns.enumerated().filter { if case .hidden = $1.kind { false } else { true } }.map { ($0, $1) }
    }

    package static var columns: [Table.Column] {
        shown.map { _, column in
            switch column.kind {
            case .number: .init("\(column.name)", .right)
            case .long: .init("\(column.name)", canShrink: true)
            default: .init("\(column.name)")
            }
        }
    }

    package var cells: [String] { Self.shown.map { values[$0.index].plain } }

    package func write(to object: inout JSONObjects) {
        for (column, value) in zip(List.columns, values) {
            switch value {
            case .null: object.put(column.name, nil as String?)
            case .boolean(let flag): object.put(column.name, flag)
            case .integer(let number): object.put(column.name, number)
            case .number(let number): object.put(column.name, number: number)
            case .array(let values): object.put(column.name, values.map(\.plain))
            default: object.put(column.name, value.plain)
            }
        }
    }
}
