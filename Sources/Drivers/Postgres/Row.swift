/// The bytes of one value in a result, valid while its row is.
package struct Field {
    /// Nil is null.
    var start: UnsafeRawPointer?
    var count: Int
    var type: TypeID

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count) }

    /// A number in network order at `offset`.
    func load<Number: FixedWidthInteger>(_: Number.Type, at offset: Int = 0) -> Number {
        var number = Number.zero
        withUnsafeMutableBytes(of: &number) { target in
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + target.count]))
        }
        return Number(bigEndian: number)
    }
}

/// The columns of a result, and room for the values of one row.
final class Shape {
    let names: [String]
    let types: [TypeID]
    let fields: UnsafeMutablePointer<Field>
    var count: Int { types.count }

    init(names: [String], types: [TypeID]) {
        self.names = names
        self.types = types
        fields = .allocate(capacity: max(types.count, 1))
        for index in types.indices {
            (fields + index).initialize(to: Field(start: nil, count: 0, type: types[index]))
        }
    }

    deinit { fields.deallocate() }
}

/// One row of a result, lent to the closure that decodes it.
///
/// Columns are counted from zero: `let id: Int64 = try row[0]`, `let name: String? = try row[1]`. An optional takes
/// null, anything else refuses it.
package struct Row: ~Copyable {
    let shape: Shape

    package var count: Int { shape.count }

    package func isNull(_ column: Int) -> Bool {
        column < shape.count && shape.fields[column].start == nil
    }

    /// The value of a column.
    /// - Throws: `ColumnMismatch` when the column holds something else.
    package subscript<Value: ColumnValue>(_ column: Int) -> Value {
        get throws(ColumnMismatch) {
            guard column >= 0, column < shape.count else { throw mismatch(column, Value.self) }
            guard let value = Value(field: shape.fields[column]) else { throw mismatch(column, Value.self) }
            return value
        }
    }

    /// As the subscript, for a place where the type cannot be inferred.
    package func value<Value: ColumnValue>(_ column: Int, as _: Value.Type = Value.self) throws(ColumnMismatch) -> Value
    {
        try self[column]
    }

    private func mismatch(_ column: Int, _ expected: (some Any).Type) -> ColumnMismatch {
        guard column >= 0, column < shape.count else {
            return ColumnMismatch(index: column, name: "", expected: "\(expected)", found: "nothing")
        }
        let field = shape.fields[column]
        return ColumnMismatch(
            index: column, name: shape.names[column], expected: "\(expected)",
            found: field.start == nil ? "null" : "type \(field.type.rawValue) of \(field.count) bytes")
    }
}
