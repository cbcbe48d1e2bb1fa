import CPostgres

extension Link {
    /// Takes up the answer to a `copy … to stdout (format binary)`.
    func beginCopyOut() throws {
        guard let result = next() else { throw failure() }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_OUT, PQbinaryTuples(result) == 1 else {
            let error =
                PQresultStatus(result) == PGRES_FATAL_ERROR
                ? failure(result)
                : PostgresError(.invalidStatement, "the statement is no `copy … to stdout (format binary)`")
            drain()
            throw error
        }
        copyShape = Shape(
            names: Array(repeating: "", count: Int(PQnfields(result))),
            types: Array(repeating: .unspecified, count: Int(PQnfields(result))))
        isAtCopyHeader = true
    }

    var isCopying: Bool { copyShape != nil }

    func endCopy() {
        copyShape = nil
    }

    /// As `nextRow`, from a copy.
    func nextCopiedRow(_ body: (borrowing Row) throws -> Void) throws -> Bool {
        guard let shape = copyShape else { return false }
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            let size = PQgetCopyData(pointer, &buffer, 0)
            guard size > 0, let buffer else {
                endCopy()
                if size == -2 { throw failure() }
                if let error = drain() { throw error }
                return false
            }
            defer { PQfreemem(buffer) }
            var bytes = Field(start: UnsafeRawPointer(buffer), count: Int(size), type: .unspecified)
            if isAtCopyHeader {
                // Signature (11 bytes), flags (4), length of an extension (4) and the extension.
                guard bytes.count >= 19 else { throw PostgresError(.other, "a binary copy without its header") }
                let header = 19 + Int(bytes.load(UInt32.self, at: 15))
                guard header <= bytes.count else { throw PostgresError(.other, "a binary copy without its header") }
                bytes.start = bytes.start.map { $0 + header }
                bytes.count -= header
                isAtCopyHeader = false
            }
            guard bytes.count >= 2 else { continue }
            let count = bytes.load(Int16.self)
            if count == -1 { continue }  // the trailer
            try Self.split(bytes, into: shape, count: Int(count))
            try body(Row(shape: shape))
            return true
        }
    }

    /// Finds the values of one tuple: each has its size before it, -1 for null.
    private static func split(_ bytes: Field, into shape: Shape, count: Int) throws(PostgresError) {
        guard count == shape.count, let start = bytes.start else {
            throw PostgresError(.other, "a binary copy with \(count) instead of \(shape.count) columns")
        }
        var offset = 2
        for column in 0..<count {
            guard offset + 4 <= bytes.count else { throw PostgresError(.other, "a binary copy ends within a row") }
            let size = Int(bytes.load(Int32.self, at: offset))
            offset += 4
            guard size <= bytes.count - offset else {
                throw PostgresError(.other, "a binary copy ends within a row")
            }
            shape.fields[column].start = size < 0 ? nil : start + offset
            shape.fields[column].count = max(size, 0)
            offset += max(size, 0)
        }
    }

    /// Sends a piece of a `copy … from stdin`.
    func putCopy(_ bytes: [UInt8]) throws(PostgresError) {
        let sent = bytes.withUnsafeBytes {
            PQputCopyData(pointer, $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt($0.count))
        }
        guard sent == 1 else { throw failure() }
    }
}
