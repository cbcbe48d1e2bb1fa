extension SchemaCatalog.Index {
    /// What makes the index; nothing in it comes from outside the catalog. A primary key is none.
    ///
    /// - Parameter isConcurrent: whether the table may be written meanwhile.
    package func creation(on table: String, isConcurrent: Bool) -> String {
        let keys = keys.map { key in
            let isName = key.expression.utf8.allSatisfy {
                $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
            return (isName ? "\"\(key.expression)\"" : "(\(key.expression))")
                + (key.operatorClass.map { " \($0)" } ?? "") + (key.isDescending ? " desc" : "")
        }
        return
            "create \(kind == .unique ? "unique " : "")index \(isConcurrent ? "concurrently " : "")\(name) on \(table) "
            + "using \(method) (\(keys.joined(separator: ", ")))" + (predicate.map { " where \($0)" } ?? "")
    }
}
