import CPostgres
import Glibc

/// A libpq connection. It belongs to one actor, whose thread is the only one to touch it.
final class Link {
    let pointer: OpaquePointer
    /// Knows the session's key once it stands.
    private(set) var canceller: Canceller
    /// The columns of the rows read last, kept while the statement's rows come one by one.
    private var shape: Shape?
    /// The columns of the copy being read, if any.
    var copyShape: Shape?
    var isAtCopyHeader = false

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        canceller = Canceller(pointer)
        PQsetNoticeReceiver(pointer, { _, _ in }, nil)  // the default one writes to standard error
    }

    deinit { PQfinish(pointer) }

    /// To be called when the session stands: only then is there something to cancel.
    func arm() {
        canceller = Canceller(pointer)
    }

    var isBroken: Bool { PQstatus(pointer) == CONNECTION_BAD }
    var isInTransaction: Bool { PQtransactionStatus(pointer) != PQTRANS_IDLE }

    // MARK: - sending

    /// Sends a statement with its values; the answer comes in binary.
    func send(_ statement: Statement) throws(PostgresError) {
        let bindings = statement.bindings
        var text = Array(statement.text.utf8CString)
        guard text.dropLast().allSatisfy({ $0 != 0 }) else {
            throw PostgresError(.invalidStatement, "the statement holds a NUL")
        }
        var content: [UInt8] = []
        var offsets: [Int] = []
        for binding in bindings {
            offsets.append(content.count)
            content += binding.bytes ?? []
            // A string goes in text form, where libpq looks for its end.
            if !binding.isBinary {
                guard !(binding.bytes ?? []).contains(0) else {
                    throw PostgresError(.invalidStatement, "a string for the statement holds a NUL")
                }
                content.append(0)
            }
        }
        content.append(0)
        let types = bindings.map(\.type.rawValue)
        let lengths = bindings.map { CInt($0.bytes?.count ?? 0) }
        let formats = bindings.map { CInt($0.isBinary ? 1 : 0) }
        let sent = content.withUnsafeBytes { buffer in
            let values = bindings.indices.map { index in
                bindings[index].bytes == nil
                    ? nil : buffer.baseAddress.map { ($0 + offsets[index]).assumingMemoryBound(to: CChar.self) }
            }
            return PQsendQueryParams(pointer, &text, CInt(bindings.count), types, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw failure() }
    }

    // MARK: - answers

    /// The next part of the answer, or nil when it is complete. The caller clears it.
    func next() -> OpaquePointer? {
        PQgetResult(pointer)
    }

    /// Reads what is left of an answer and returns the first error in it.
    @discardableResult
    func drain() -> PostgresError? {
        var first: PostgresError?
        while let result = PQgetResult(pointer) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE: if first == nil { first = failure(result) }
            case PGRES_COPY_OUT: discardCopy()
            case PGRES_COPY_IN: PQputCopyEnd(pointer, "the copy was given up")
            default: break
            }
            if isBroken { break }
        }
        shape = nil
        return first
    }

    private func discardCopy() {
        var buffer: UnsafeMutablePointer<CChar>?
        while PQgetCopyData(pointer, &buffer, 0) > 0 { PQfreemem(buffer) }
    }

    /// Sends a statement and hands each of its rows to `body`; returns the number of rows read or changed.
    func perform(_ statement: Statement, _ body: (borrowing Row) throws -> Void) throws -> Int {
        try send(statement)
        var affected = 0
        do {
            while let result = next() {
                defer { PQclear(result) }
                switch PQresultStatus(result) {
                case PGRES_TUPLES_OK:
                    affected = Int(PQntuples(result))
                    try each(of: result, body)
                case PGRES_COMMAND_OK:
                    affected = Int(String(cString: PQcmdTuples(result))) ?? 0
                    try checkCommit(result, statement)
                case PGRES_EMPTY_QUERY: break
                case PGRES_COPY_IN, PGRES_COPY_OUT:
                    throw PostgresError(.invalidStatement, "a copy needs copyIn or copyOut")
                default: throw failure(result)
                }
            }
        } catch {
            drain()
            throw error
        }
        return affected
    }

    /// A `commit` of a failed transaction is answered by `ROLLBACK`, which is no error to the server.
    private func checkCommit(_ result: OpaquePointer, _ statement: Statement) throws(PostgresError) {
        guard statement.text == "commit", String(cString: PQcmdStatus(result)) == "ROLLBACK" else { return }
        throw PostgresError(.transactionAborted, "the transaction had failed and was rolled back", sqlstate: "25P02")
    }

    /// Hands each row of one result to `body`.
    func each(of result: OpaquePointer, _ body: (borrowing Row) throws -> Void) throws {
        let shape = shape(of: result)
        let row = Row(shape: shape)
        for index in 0..<PQntuples(result) {
            for column in 0..<shape.count {
                let number = CInt(column)
                if PQgetisnull(result, index, number) == 1 {
                    shape.fields[column].start = nil
                    shape.fields[column].count = 0
                } else {
                    shape.fields[column].start = UnsafeRawPointer(PQgetvalue(result, index, number))
                    shape.fields[column].count = Int(PQgetlength(result, index, number))
                }
            }
            try body(row)
        }
    }

    private func shape(of result: OpaquePointer) -> Shape {
        let count = PQnfields(result)
        if let shape, shape.count == Int(count) { return shape }
        let made = Shape(
            names: (0..<count).map { String(cString: PQfname(result, $0)) },
            types: (0..<count).map { TypeID(rawValue: PQftype(result, $0)) })
        if isReadingRowByRow { shape = made }
        return made
    }

    /// True from `readRowByRow` to the end of the answer.
    private(set) var isReadingRowByRow = false

    /// Asks for the rows of the statement just sent one by one.
    func readRowByRow() throws(PostgresError) {
        shape = nil
        guard PQsetSingleRowMode(pointer) == 1 else { throw failure() }
        isReadingRowByRow = true
    }

    func endRowByRow() {
        isReadingRowByRow = false
        shape = nil
    }

    // MARK: - errors

    /// The error in a result.
    func failure(_ result: OpaquePointer) -> PostgresError {
        func field(_ code: Character) -> String? {
            code.asciiValue.flatMap { PQresultErrorField(result, CInt($0)) }.map { String(cString: $0) }
        }
        // Letters: PG_DIAG_… in postgres_ext.h, character constants that are not imported.
        guard let sqlstate = field("C") else { return failure() }
        var kind = PostgresError.Kind(sqlstate: sqlstate)
        // 08P01 is also what a malformed value in a binary copy gets, which harms no connection.
        if kind == .connectionLost, field("V") == "ERROR", !isBroken { kind = .invalidValue }
        return PostgresError(
            kind, field("M") ?? "no message", sqlstate: sqlstate,
            severity: field("V") ?? "ERROR", detail: field("D"), hint: field("H"), schema: field("s"),
            table: field("t"), column: field("c"), constraint: field("n"))
    }

    /// The error of the connection itself.
    func failure() -> PostgresError {
        let message = String(cString: PQerrorMessage(pointer)).split(separator: "\n").joined(separator: "; ")
        return isBroken
            ? PostgresError(
                .connectionLost, "the connection to PostgreSQL was lost", severity: "FATAL", detail: message)
            : PostgresError(.other, message)
    }
}
