import CPostgres

extension PostgresConnection {
    /// Runs many statements without waiting for each answer; returns how many rows each changed.
    ///
    /// Each 250 of them are one transaction unless there is one already. The first error ends it all: the statements
    /// of its 250 are undone, those before stay.
    @discardableResult
    package func pipeline(_ statements: [Statement]) async throws -> [Int] {
        try await cancellable { link in
            guard PQenterPipelineMode(link.pointer) == 1 else { throw link.failure() }
            defer { PQexitPipelineMode(link.pointer) }
            var counts: [Int] = []
            counts.reserveCapacity(statements.count)
            var start = 0
            while start < statements.count {
                let end = min(start + 250, statements.count)
                try counts.append(contentsOf: link.pipelined(statements[start..<end]))
                start = end
            }
            return counts
        }
    }
}

extension Link {
    /// Few enough statements for the answers to fit into the socket's buffer: nobody reads them while we write.
    fileprivate func pipelined(_ statements: ArraySlice<Statement>) throws -> [Int] {
        var refused: (any Error)?
        var sent = 0
        for statement in statements {
            do {
                try send(statement)
                sent += 1
            } catch {
                refused = error
                break
            }
        }
        guard PQpipelineSync(pointer) == 1 else { throw failure() }
        var counts: [Int] = []
        var first: PostgresError?
        var isSynchronised = false
        while !isSynchronised {
            guard let result = next() else {
                if isBroken { throw first ?? failure() }
                continue  // the end of one statement's answer
            }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC: isSynchronised = true
            case PGRES_COMMAND_OK: counts.append(Int(String(cString: PQcmdTuples(result))) ?? 0)
            case PGRES_TUPLES_OK: counts.append(Int(PQntuples(result)))
            case PGRES_PIPELINE_ABORTED, PGRES_EMPTY_QUERY: break
            default: if first == nil { first = failure(result) }
            }
        }
        if let first { throw first }
        if let refused { throw refused }
        return counts
    }
}
